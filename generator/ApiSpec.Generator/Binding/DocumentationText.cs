using System.Globalization;
using System.Text;
using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Binding;

/// <summary>Turns the description of an element in the reference into its documentation.</summary>
internal static class DocumentationText
{
    /// <summary>Returns the documentation of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="constants">The class with the named numbers of its type; null: they have no names.</param>
    public static Documentation OfRow(RowDeclaration row, string? constants = null)
    {
        var remarks = new List<string>();
        var type = CoreOf(row.Type);
        if (row.Range is { } range)
            remarks.Add(DescribeRange(type, range));
        else if (NumberOrWords.Of(type) is var (number, _) && number.Range is { } ofNumber)
            remarks.Add(DescribeRange(number, ofNumber));
        else if (RangesOf(type) is { } ranges)
            remarks.Add(ranges);
        if (row.Constant is { } constant)
            remarks.Add("Always '" + constant + "'.");
        if (row.HasNullConstant)
            remarks.Add("Always null.");
        if (row.Default is { } @default)
            remarks.Add("The server takes '" + @default + "' when it is left out.");
        if (constants is not null)
            remarks.Add("Its values are the constants of " + constants + ", or other numbers.");
        // A number of bytes is not a number of characters.
        var limits = remarks.Where(_ => row.Range is not { InBytes: true }).ToEquatableArray();
        if (row.Aliases.Count > 0)
            remarks.Add("Also named " + string.Join(" and ", row.Aliases.Select(static alias => "'" + alias + "'")) + ".");
        if (row.RequiredWhen is { } required)
            remarks.Add("Must be given if " + required + ".");
        if (row.OnlyWhen is { } only)
            remarks.Add("Only applies if " + only + ".");
        if (row.When is { } when)
            remarks.Add("Condition: " + when + ".");
        AddEditions(remarks, row.Editions);
        if (row.IsReadOnly)
            remarks.Add("Set by the server only.");
        if (row.IsWriteOnly)
            remarks.Add("Never returned by the server.");
        if (row.Link is { } link)
            remarks.Add("Points to " + link + ".");
        return new Documentation(row.Description) { Remarks = remarks.ToEquatableArray(), Limits = limits };
    }

    public static Documentation OfSchema(DeclaredSchema declared)
    {
        var schema = declared.Schema;
        var remarks = new List<string>();
        AddEditions(remarks, schema.Editions);
        var section = schema.Section ?? declared.Section;
        var summary = schema.Description ?? schema.Name + (section is null ? " of the reference." : " of section " + section + ".");
        return new Documentation(summary) { Remarks = remarks.ToEquatableArray() };
    }

    public static void AddEditions(List<string> remarks, EditionRange editions)
    {
        if (editions.Only is { } only)
            remarks.Add("Only in " + only + ".");
        if (editions.Since is { } since)
            remarks.Add("Since " + since + ".");
        if (editions.Until is { } until)
            remarks.Add("Until " + until + ".");
        if (editions.Before is { } removed)
            remarks.Add("Removed in " + removed + ".");
        if (editions.Except.Count > 0)
            remarks.Add("Not in " + string.Join(" and ", editions.Except) + ".");
    }

    /// <summary>Joins sentences into one string, and adds missing full stops; null if there are no sentences.</summary>
    public static string? Join(IReadOnlyList<string> sentences)
    {
        var text = new StringBuilder();
        foreach (var sentence in sentences)
        {
            if (text.Length > 0)
                text.Append(text[text.Length - 1] is '.' or '!' or '?' or ':' or ';' or '\u3002' ? " " : ". ");
            text.Append(sentence);
        }

        return text.Length == 0 ? null : text.ToString();
    }

    private static string What(TypeReference type) => CoreOf(type).Kind switch
    {
        TypeKind.String or TypeKind.Url => "Length: ",
        TypeKind.List or TypeKind.Map => "Count: ",
        var kind when WrittenForm.IsList(kind) => "Count: ",
        _ => "Value: ",
    };

    private static string DescribeRange(TypeReference type, ValueRange range)
    {
        return What(type) + (range.Minimum, range.Maximum) switch
        {
            ({ } minimum, { } maximum) => string.Format(CultureInfo.InvariantCulture, "{0} to {1}", minimum, maximum),
            ({ } minimum, null) => "at least " + minimum,
            (null, { } maximum) => "at most " + maximum,
            _ => "any",
        } + (range.InBytes ? " bytes." : ".");
    }

    // Several ranges of one type: '(int 0..255) | (int 1900..10091)'.
    private static string? RangesOf(TypeReference type)
    {
        if (!type.AreRangesOfOneType)
            return null;
        var ranges = type.Arguments.Select(static alternative => new CodeRange(alternative.Range!.Minimum, alternative.Range.Maximum)).ToEquatableArray();
        return What(type.Arguments[0]) + CodeRange.Describe(ranges) + (type.Arguments.Any(static alternative => alternative.Range!.InBytes) ? " bytes." : ".");
    }

    private static TypeReference CoreOf(TypeReference type)
    {
        while (type.Kind == TypeKind.Nullable)
            type = type.Arguments[0];
        return type;
    }
}
