using System.Text;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Rows;

/// <summary>Writes types and rows in the form of this version, for messages about rows of version 0.1 and for the program that rewrites them.</summary>
internal static class RowWriter
{
    /// <summary>Writes a type.</summary>
    public static string Write(TypeReference type) => Write(type, isPart: false);

    /// <summary>Writes a type with the range of its row. A list has the range in its brackets.</summary>
    public static string Write(TypeReference type, ValueRange? range)
    {
        if (range is null || !IsCounted(type))
            return Write(type) + (range is null ? "" : " " + Bounds(range));
        var counted = CoreOf(type) with { Range = range };
        return Write(type.Kind == TypeKind.Nullable ? type with { Arguments = new[] { counted }.ToEquatableArray() } : counted);
    }

    /// <summary>Writes a row without its name.</summary>
    /// <param name="row">The row.</param>
    /// <param name="withDescription">Whether the description is also written.</param>
    /// <param name="withRange">Whether the range is also written.</param>
    /// <param name="more">Another remark, or null. It goes before the words after <c>when</c>, which include the rest of the row.</param>
    public static string Write(RowText row, bool withDescription = true, bool withRange = true, string? more = null)
    {
        var range = withRange ? RangeOf(row) : null;
        var text = new StringBuilder(row.Type is null ? "" : Write(row.Type, range));
        foreach (var flag in row.FlagPieces)
            text.Append(' ').Append(flag.Text).Append(flag.Text == "filter" && row.Filter == FilterMark.Unknown ? " unknown" : "");
        if (row.Constant is { } constant)
            text.Append(" always ").Append(Value(constant));
        if (row.Default is { } standard)
            text.Append(" default ").Append(Value(standard));
        AddEditions(text, row.Editions);
        if (row.RequiredWhen is { } required)
            text.Append(' ').Append(RowText.RequiredWhenWords).Append(' ').Append(required.Piece.Text);
        if (row.OnlyWhen is { } only)
            text.Append(' ').Append(RowText.OnlyWhenWords).Append(' ').Append(only.Piece.Text);
        if (more is not null)
            text.Append(' ').Append(more);
        if (row.When is { } when)
            text.Append(" when ").Append(when.Text.Contains(" - ") ? Quote(when.Text) : when.Text);
        if (withDescription && (row.Link is not null || row.Description is not null))
            text.Append(" - ").Append(row.Link is { } link ? "link " + link.Text + (row.Description is null ? "" : " - ") : "").Append(row.Description?.Text);
        return text.ToString().TrimStart();
    }

    /// <summary>Returns the text of a <c>with:</c> row about a member.</summary>
    public static string WriteValue(RowText row)
    {
        var parts = new[]
        {
            row.Link is { } link ? "link " + link.Text : null,
            row.Constant is { } constant ? "always " + Value(constant) : null,
            row.Description is { } text ? "- " + text.Text : null,
        };
        return string.Join(" ", parts.Where(static part => part is not null));
    }

    /// <summary>Returns a value for use in a remark, in quotation marks if it could be read as something else.</summary>
    public static string Quoted(string value)
    {
        var needsMarks = value.Length == 0 || value == "null" || value[0] is '"' or '\'' || value.Trim().Length != value.Length
            || value.Split([' ', '\t', '\r', '\n'], StringSplitOptions.None).Any(static word => word is "" or "-" || RowText.IsRemark(word));
        return needsMarks ? Quote(value) : value;
    }

    private static void AddEditions(StringBuilder text, EditionRange editions)
    {
        foreach (var (word, name) in new[]
        {
            ("since", editions.Since), ("until", editions.Until), (EditionRemarks.Before, editions.Before), ("only", editions.Only),
        })
        {
            if (name is not null)
                text.Append(' ').Append(word).Append(' ').Append(Quoted(name).Contains(' ') ? Quote(name) : Quoted(name));
        }

        if (editions.Except.Count > 0)
            text.Append(" except ").Append(string.Join(", ", editions.Except));
    }

    private static string Value(RowText.Piece piece) => piece.IsNull ? "null" : Quoted(piece.Text);

    private static string Quote(string value) => value.Contains('"') ? "'" + value + "'" : "\"" + value + "\"";

    // Returns the range as written, even if it is invalid.
    private static ValueRange? RangeOf(RowText row)
    {
        if (row.Range?.Text is not { } text)
            return null;
        var inBytes = text.EndsWith(" " + RangeText.Bytes, StringComparison.Ordinal);
        text = inBytes ? text.Substring(0, text.Length - RangeText.Bytes.Length).TrimEnd() : text;
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        return new ValueRange(dots <= 0 ? null : text.Substring(0, dots), dots + 2 >= text.Length ? null : text.Substring(dots + 2)) { InBytes = inBytes };
    }

    private static bool IsCounted(TypeReference type) => CoreOf(type).Kind is var kind && (kind == TypeKind.List || WrittenForm.IsList(kind));

    private static TypeReference CoreOf(TypeReference type) => type.Kind == TypeKind.Nullable ? type.Arguments[0] : type;

    // A part is an alternative, or the type before brackets. A part that binds weaker than these is written in parentheses.
    private static string Write(TypeReference type, bool isPart)
    {
        var text = Bare(type);
        var hasSuffix = type.Kind is TypeKind.Nullable or TypeKind.Quoted or TypeKind.Embedded or TypeKind.Tuple || type.Words.Count > 0 || type.IsSum
            || (type.PrintedFormat ?? type.AlsoEpoch) is not null || WrittenForm.IsList(type.Kind);
        var hasRange = type.Range is not null && type.Kind != TypeKind.List && !WrittenForm.IsList(type.Kind);
        if (hasRange)
            text += " " + Bounds(type.Range!);
        return isPart && (hasSuffix || hasRange || type.Kind is TypeKind.Union or TypeKind.Enum) ? "(" + text + ")" : text;
    }

    private static string Bare(TypeReference type) => type.Kind switch
    {
        TypeKind.Nullable => Write(type.Arguments[0], isPart: false) + (type.RefusesNull ? "" : " or null")
            + string.Concat(type.Substitutes.Select(static text => " or " + Quote(text))),
        TypeKind.Embedded => Write(type.Arguments[0], isPart: false) + " as json",
        TypeKind.Int or TypeKind.Long when type.IsSum => TypeParser.NameOf(type.Kind) + " as " + WrittenForm.Sum,
        TypeKind.Epoch => type.Format!,
        TypeKind.DateTime when type.AlsoEpoch is { } epoch => Bare(type with { AlsoEpoch = null }) + " or " + epoch,
        TypeKind.Boolean when type.Words.Count > 0 => "boolean as " + string.Join("|", type.Words.Select(word => type.AreWordsQuoted ? Quote(word) : word)),
        TypeKind.DateTime or TypeKind.Date or TypeKind.Time when type.PrintedFormat is { } form => TypeParser.NameOf(type.Kind) + " as " + Quote(form),
        TypeKind.Quoted => Write(type.Arguments[0], isPart: false) + " as string",
        TypeKind.List => List(type),
        TypeKind.Map => "map<" + Write(type.Arguments[0], isPart: false) + ">",
        TypeKind.Named => type.Name
            + (type.Arguments.Count == 0 ? "" : "<" + string.Join(", ", type.Arguments.Select(static argument => Write(argument, isPart: false))) + ">"),
        TypeKind.Union => string.Join(" | ", type.Arguments.Select(static argument => Write(argument, isPart: true))),
        TypeKind.Enum => Enum(type),
        _ when WrittenForm.IsList(type.Kind) => List(type) + " as " + WrittenForm.Of(type),
        _ => TypeParser.NameOf(type),
    };

    private static string List(TypeReference type) => Write(type.Arguments[0], isPart: true) + "[" + (type.Range is { } range ? Bounds(range) : "") + "]";

    private static string Bounds(ValueRange range) => range.Minimum + ".." + range.Maximum + (range.InBytes ? " " + RangeText.Bytes : "");

    private static string Enum(TypeReference type)
    {
        var values = type.Values.Select(static value => EnumValue(value.Value)).Concat(type.IsOpen ? [TypeParser.Rest] : []).ToList();
        return values.Count == 0 ? "enum" : "enum " + string.Join("|", values);
    }

    private static string EnumValue(string value)
        => value is "" or "null" or TypeParser.Rest || value[0] is '"' or '\'' || value.Any(static c => TypeParser.IsEndOfValue(c)) ? Quote(value) : value;
}
