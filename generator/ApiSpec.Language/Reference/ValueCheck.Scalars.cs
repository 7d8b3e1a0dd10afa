using System.Globalization;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Reference;

// Values without parts: constants, ranges and forms.
internal sealed partial class ValueCheck
{
    /// <summary>Returns the expected value if a scalar differs from its constant; null if it does not differ.</summary>
    /// <param name="json">The value.</param>
    /// <param name="constant">The constant in the reference; null: the value is always null.</param>
    /// <param name="epoch">The unit in which a date and time can also be a number; null: it cannot.</param>
    public static string? MismatchOfConstant(JsonText json, string? constant, string? epoch = null) => constant is null
        ? json.Kind is JsonTextKind.Null or JsonTextKind.Elided ? null : "null"
        : json.Scalar is not { } text || string.Equals(text, constant, StringComparison.Ordinal)
            || (json.Kind == JsonTextKind.Number && AreEqualNumbers(text, constant)) || AreSameInstant(text, constant, epoch)
            ? null
            : "'" + constant + "'";

    // A point in time is equal in every zone, with any number of zeros in its fraction.
    private static bool AreSameInstant(string one, string other, string? epoch)
        => InstantOf(one, epoch) is { } left && InstantOf(other, epoch) is { } right && left == right;

    private static DateTimeOffset? InstantOf(string text, string? epoch)
        => text.Length > 16 && text[10] == 'T'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant
            : epoch is null ? null : MomentForm.OfNumber(text, epoch);

    private static bool AreEqualNumbers(string one, string other)
        => decimal.TryParse(one, NumberStyles.Float, CultureInfo.InvariantCulture, out var left)
            && decimal.TryParse(other, NumberStyles.Float, CultureInfo.InvariantCulture, out var right) && left == right;

    private bool CheckScalar(JsonText json, Place place, ValueForm form, bool report)
    {
        if (json.Scalar is not { } text)
            return true;
        if (NumberKindOf(json, form) is { } kind)
            text = AsRead(kind, text);
        if (Scalars.Mismatch(form, text) is { } mismatch)
            return Refuse(form.Kind == TypeKind.Enum ? ViolationKind.UnlistedValue : ViolationKind.WrongValue, json, place, mismatch, form.Type, report);
        return (Scalars.OutsideRange(form, place.Row?.Range, text) ?? Scalars.ItemOutsideRange(form, text)) is not { } outside
            || Refuse(ViolationKind.OutsideRange, json, place, outside, form.Type, report);
    }

    // The type of a number, also of one in a string that the client reads as JSON.
    private TypeKind? NumberKindOf(JsonText json, ValueForm form)
        => json.Kind == JsonTextKind.Number ? form.Kind == TypeKind.DateTime ? TypeKind.Epoch : form.Kind
            : form.Kind == TypeKind.Quoted && _types.Resolve(form.Type.Arguments[0], form.Scope).Forms is [var inner] ? inner.Kind
            : null;

    // Clients read 200.0 and 2E2 as the whole number 200, because many servers have no other kind of number.
    private static string AsRead(TypeKind kind, string number)
        => kind is TypeKind.Int or TypeKind.Long or TypeKind.Epoch && number.IndexOfAny(['.', 'e', 'E']) > 0
            && decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && (kind == TypeKind.Epoch || value == decimal.Truncate(value))
                ? (kind == TypeKind.Epoch ? value : decimal.Truncate(value)).ToString(CultureInfo.InvariantCulture)
                : number;
}
