using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Reference;

// The kinds of JSON that a form accepts, and their names in messages.
internal sealed partial class ValueCheck
{
    private static bool Accepts(ValueForm form, JsonText json) => form.Kind switch
    {
        TypeKind.Object or TypeKind.Map => json.Kind == JsonTextKind.Object,
        TypeKind.List or TypeKind.Tuple => json.Kind == JsonTextKind.Array,
        TypeKind.Boolean when form.Type.Words.Count > 0 => json.Kind == (HasNumbers(form.Type) ? JsonTextKind.Number : JsonTextKind.String),
        TypeKind.Boolean or TypeKind.Flag => json.Kind is JsonTextKind.True or JsonTextKind.False,
        TypeKind.DateTime when form.Type.AlsoEpoch is not null => json.Kind is JsonTextKind.String or JsonTextKind.Number,
        TypeKind.Epoch or TypeKind.Int or TypeKind.Long or TypeKind.Double or TypeKind.Decimal => json.Kind == JsonTextKind.Number,
        _ => json.Kind == JsonTextKind.String,
    };

    // JSON has digits as numbers, unless the reference prints them in quotation marks.
    private static bool HasNumbers(TypeReference boolean) => BooleanWords.AreNumbers(boolean.Words, boolean.AreWordsQuoted);

    private static string Expected(ValueForm form) => form.Kind switch
    {
        TypeKind.Object or TypeKind.Map => "an object",
        TypeKind.List or TypeKind.Tuple => "a list",
        TypeKind.Boolean when form.Type.Words.Count > 0
            => (HasNumbers(form.Type) ? "the number " : "the string ") + form.Type.Words[0] + " or " + form.Type.Words[1],
        TypeKind.Boolean or TypeKind.Flag => "true or false",
        TypeKind.DateTime when form.Type.AlsoEpoch is not null => "a string or a number",
        TypeKind.Epoch or TypeKind.Int or TypeKind.Long or TypeKind.Double or TypeKind.Decimal => "a number",
        _ => "a string",
    };
}
