using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Documented;

/// <summary>How a value of a request is edited on a page, and written in a C# program.</summary>
/// <param name="Kind"><c>text</c>, <c>number</c>, <c>decimal</c>, <c>boolean</c>, <c>enum</c>, <c>date</c>, <c>list</c> or <c>json</c>.</param>
/// <param name="Property">The property or parameter of the generated code.</param>
internal sealed record ValueNotation(string Kind, string Property)
{
    private const string List = "list";

    public static ValueNotation OfText { get; } = new("text", "");

    /// <summary>The kind of the items of a list.</summary>
    public string? Item { get; init; }

    /// <summary>The separator of a list in one string; null: a comma.</summary>
    public string? Separator { get; init; }

    /// <summary>The characters before and after a list in one string; null: there are none.</summary>
    public string? Enclosure { get; init; }

    /// <summary>The documented values of an enum.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];

    /// <summary>The only allowed value; null: any value is allowed.</summary>
    public string? Constant { get; init; }

    /// <summary>The name in a query, such as <c>ids[]</c>; null: the name of the row.</summary>
    public string? WireName { get; init; }

    /// <summary><c>repeated</c>: a pair for each item; <c>flag</c>: a name without a value; null: one value.</summary>
    public string? Form { get; init; }

    /// <summary>Whether a credential of the client sets the value, so a program does not.</summary>
    public bool IsOfCredential { get; init; }

    /// <summary>Whether the value must not be shown or stored.</summary>
    public bool IsSecret { get; init; }

    /// <summary>The notation of a parameter or of a member of a body.</summary>
    /// <param name="api">The files of the API.</param>
    /// <param name="row">The row.</param>
    /// <param name="isArgument">Whether it is an argument of the method; otherwise it is a property.</param>
    public static ValueNotation Of(StubApi api, RowDeclaration row, bool isArgument)
    {
        var type = NotNull(api, row.Type);
        // A number that can also be a word is created from text, like a word.
        type = NumberOrWords.Of(type)?.Words ?? type;
        // An enum of flags has no literal.
        var kind = type is { IsSum: true, Values.Count: > 0 } ? TypeKind.Any : type.Kind;
        return new ValueNotation(KindOf(kind), row.CSharpName ?? (isArgument ? CSharpName.Camel(row.Name) : CSharpName.Pascal(row.Name)))
        {
            Known = [.. type.Values.Select(static value => value.Value)],
            Item = KindOf(type.Kind) == List && type.Arguments.Count > 0 ? KindOf(NotNull(api, type.Arguments[0]).Kind) : null,
            Separator = WrittenForm.SeparatorOf(type.Kind) is { } separator and not ',' ? separator.ToString() : null,
            Enclosure = type.Enclosure,
            Constant = row.HasNullConstant ? "null" : row.Constant,
            IsSecret = row.IsSecret,
            WireName = RowNames.Sent(row).First() is var wireName && wireName == row.Name ? null : wireName,
            Form = type.Kind is TypeKind.Repeat or TypeKind.Brackets ? "repeated" : type.Kind == TypeKind.Flag ? "flag" : null,
        };
    }

    private static TypeReference NotNull(StubApi api, TypeReference type)
        => api.Resolve(type) is { Kind: TypeKind.Nullable } nullable ? api.Resolve(nullable.Arguments[0]) : api.Resolve(type);

    private static string KindOf(TypeKind kind) => kind switch
    {
        TypeKind.Int or TypeKind.Long or TypeKind.Double => "number",
        TypeKind.Decimal => "decimal",
        TypeKind.Boolean or TypeKind.Flag => "boolean",
        TypeKind.Enum => "enum",
        TypeKind.DateTime or TypeKind.Epoch => "date",
        TypeKind.Comma or TypeKind.Space or TypeKind.Pipe or TypeKind.Repeat or TypeKind.Brackets or TypeKind.List => List,
        TypeKind.String or TypeKind.Url => "text",
        _ => "json",
    };
}
