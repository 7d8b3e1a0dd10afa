using System.Text;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>The forms of rows that only version 0.1 had. They are errors that show the form of this version.</summary>
internal static class OldRow
{
    // The longest part of a row that a message shows.
    private const int LongestShown = 160;

    private static readonly string[] Remarks = [
        "range", "filter", "read-only", "write-only", "slashes", "secret", "constant", "default", "since", "until", "only", "except", "when",
    ];

    /// <summary>The key of version 0.1 for member names that vary. Such names have braces now.</summary>
    public const string Pattern = "pattern";

    /// <summary>Whether a key is one that only rows of version 0.1 had in their long form.</summary>
    public static bool IsKey(string key) => key == Pattern || Array.IndexOf(Remarks, key) >= 0;

    /// <summary>Returns the name of a row in long form: the name of its pattern if it has one.</summary>
    public static RowName Rename(RowName name, YamlMapping row)
        => row.Find(Pattern)?.Value is YamlScalar { IsMissing: false, IsBroken: false } pattern
            ? name with { Name = NamePattern.OfStar(pattern.Value.Trim()) }
            : name;

    /// <summary>Whether a row in long form has a key of version 0.1.</summary>
    public static bool HasOldKeys(YamlMapping row) => row.Entries.Exists(static entry => IsKey(entry.Name));

    /// <summary>Whether a mapping was a row, and not an object, in version 0.1.</summary>
    public static bool IsLongForm(YamlMapping mapping)
        => RowShape.HasType(mapping) && HasOldKeys(mapping)
            && mapping.Entries.TrueForAll(static entry => IsKey(entry.Name) || Array.IndexOf(RowReader.LongKeys, entry.Name) >= 0)
            && !mapping.Entries.TrueForAll(
                static entry => RowShape.IsBuiltIn(entry.Value) && entry is not { Name: "filter", Value: YamlScalar { Value: TypeParser.Unknown } });

    /// <summary>Whether a row uses a form that only version 0.1 had.</summary>
    public static bool IsOld(RowName name, RowText text) => text.Diagnostics.Count == 0 && (text.IsOld || (name.Counts.Count > 0 && text.Range is not null));

    /// <summary>Returns one line with the content of <c>type</c> and the keys of version 0.1; null if it has no such keys.</summary>
    public static string? Compose(ReadingContext? context, YamlMapping row)
    {
        if (!HasOldKeys(row))
            return null;
        var type = row.Find("type")?.Value as YamlScalar;
        if (type is { IsBroken: true } or { IsMissing: true })
            return null;
        var text = new StringBuilder(type?.Value.Trim() ?? TypeParser.NameOf(TypeKind.Object));
        foreach (var key in Remarks)
        {
            if (row.Find(key) is not { Value.IsBroken: false } entry)
                continue;
            if (RemarkOf(key, entry.Value) is { } remark)
                text.Append(' ').Append(remark);
            else if (context is null)
                return null;
            else
                context.Report(SpecRules.WrongWord, entry.Value, (entry.Value as YamlScalar)?.Value ?? ReadingContext.Describe(entry.Value), "yes, no", "");
        }

        // If there is a description already, it is the end of the line.
        return RowText.Parse(text.ToString()) is { Type: not null, Description: null, Diagnostics.Count: 0 } parsed ? RowWriter.Write(parsed) : text.ToString();
    }

    /// <summary>Reports a row in short form.</summary>
    public static void Report(ReadingContext context, YamlScalar scalar, RowName name, RowText text)
        => context.Report(SpecRules.OldForm, scalar, Cut(Line(name, text)), OrMissing(name, text));

    /// <summary>Reports a row in long form, at the first of its keys that is no longer valid.</summary>
    public static void Report(ReadingContext context, YamlEntry entry, YamlMapping row, RowName name, RowText text)
    {
        var first = row.Entries.Find(static key => IsKey(key.Name))?.Key ?? row.Find("type")?.Key ?? entry.Key;
        var isShort = row.Entries.TrueForAll(static key => key.Name is "type" or "description" || IsKey(key.Name));
        var isLine = isShort || row.Find(Pattern) is not null;
        context.Report(
            SpecRules.OldForm, first, Cut(isLine ? Line(name, text) : "type: " + TypeOf(name, text, withDescription: false)),
            isLine ? OrMissing(name, text) : name.IsOptional && !RowName.Parse(entry.Name).IsOptional ? ", and '?' after the name" : "");
    }

    /// <summary>Returns the name and text that a row means: a value that cannot be null can only be left out.</summary>
    public static (RowName Name, RowText Text) Meant(RowName name, RowText text, TableKind table)
        => !RowChecks.AllowsNull(table) && text.WithoutNull() is { } present
            ? (name with { IsOptional = name.IsOptional || table != TableKind.Path }, present)
            : (name, text);

    // 'string?' is a habit from programming languages, where it does not say whether a value is null or missing.
    private static string OrMissing(RowName name, RowText text)
        => !name.IsOptional && text.TypePiece.Text.EndsWith("?", StringComparison.Ordinal) && text.WithoutNull() is { } present
            ? ", or '" + Cut(Line(name with { IsOptional = true }, present)) + "' if it can be missing"
            : "";

    /// <summary>Returns the row as a line of this version.</summary>
    public static string Line(RowName name, RowText text, bool withDescription = false)
    {
        var counts = name.Counts.ToArray();
        if (counts.Length > 0 && counts[0].Length == 0 && text.Range is { } range)
            counts[0] = range.Text;
        return name.Written + string.Concat(Enumerable.Reverse(counts).Select(static count => "[" + count + "]")) + (name.IsOptional ? "?" : "")
            + ": " + TypeOf(name, text, withDescription);
    }

    private static string TypeOf(RowName name, RowText text, bool withDescription)
        => text.Type is null ? "" : RowWriter.Write(text, withDescription, withRange: name.Counts.Count == 0);

    private static string Cut(string line) => line.Length > LongestShown ? line.Substring(0, LongestShown) + TypeParser.Rest : line;

    private static string? RemarkOf(string key, YamlNode value)
    {
        var text = (value as YamlScalar)?.Value.Trim() ?? "";
        switch (key)
        {
            case "range":
                return text.Replace(" ", "");
            case "constant":
                return "always " + (value is YamlScalar { IsMissing: true } ? "null" : RowWriter.Quoted(text));
            case "default":
                return "default " + RowWriter.Quoted(text);
            case "since" or "until" or "only":
                return key + " " + (text.Any(char.IsWhiteSpace) ? "\"" + text + "\"" : text);
            case "except":
                return key + " " + string.Join(", ", value is YamlSequence list
                    ? list.Items.OfType<YamlScalar>().Select(static item => item.Value.Trim())
                    : text.Split(',').Select(static item => item.Trim()));
            case "when":
                return key + " " + (text.IndexOf(" - ", StringComparison.Ordinal) >= 0 ? "\"" + text + "\"" : text.Replace('\n', ' '));
            case "filter" when text == TypeParser.Unknown:
                return "filter unknown";
            default:
                return text is "yes" or "true" ? key : text is "no" or "false" ? "" : null;
        }
    }
}
