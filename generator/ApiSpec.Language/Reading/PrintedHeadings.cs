using System.Text;
using ApiSpec.Language.Characters;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>Recognises keys that are named after a heading of a manual, such as <c>query parameters</c>.</summary>
/// <remarks>The headings are those that <c>apispec draft</c> finds on pages. The base profile has them, so both have the same list.</remarks>
internal static class PrintedHeadings
{
    private const string Profile = "base.apispec-profile.yaml";

    // The names that the profile gives to parts of a page without a key of their own.
    private const string Method = "method";
    private const string Parameters = "parameters";
    private const string Example = "example";

    private const string Request = "request";
    private const string Examples = "examples";
    private const string Headers = "headers";
    private const string HeadersOfExample = "request header";
    private const string ResponseHeaders = "response headers";
    private const string ResponseBody = "response body";

    private static readonly string[] ParameterTables = ["path", "query", "headers"];

    private static readonly Lazy<Dictionary<string, string>> Parts = new(Read);

    /// <summary>Returns the key for the part of a page with this heading; null: it is not a heading, or the key is not known here.</summary>
    public static string? KeyOf(string heading, string[] known)
    {
        if (PartOf(heading) is not { } part)
            return null;
        var (key, inExample) = part == Method ? (Request, null)
            : part.StartsWith(Example, StringComparison.Ordinal) ? (Examples, KeyInExample(part))
            : (part, null);
        return inExample is not null && Array.IndexOf(known, inExample) >= 0 ? inExample
            : Array.IndexOf(known, key) >= 0 ? key
            : null;
    }

    /// <summary>Whether a key is the misspelt form of another one, or a heading for it.</summary>
    public static bool Means(string name, string key) => NearestName.Find(name, [key]) is not null || KeyOf(name, [key]) is not null;

    /// <summary>
    /// Returns the end of the message about a key whose value cannot be read under one other key; null: it can, or the key is not a heading.
    /// </summary>
    /// <param name="entry">The key.</param>
    /// <param name="mapping">The file. Tables that the value can contain are marked as read, so that their rows are not reported as missing.</param>
    /// <param name="known">The keys of the file.</param>
    public static string? Explain(YamlEntry entry, YamlMapping mapping, string[] known)
    {
        // Response headers belong to rows of the status table, in an API file to a row for classes of codes if all operations have them.
        if (PartOf(entry.Name) == ResponseHeaders && entry.Value is YamlMapping && Array.IndexOf(known, "status") >= 0)
            return "; write '" + Headers + ":' under 'status:' in the row of a code, " + (Array.IndexOf(known, "client") >= 0
                ? "or for all responses in a row '2xx, 4xx, 5xx'" : "such as '200'");
        var isSection = Array.IndexOf(known, Request) >= 0 && Array.IndexOf(known, Examples) >= 0;
        if (!isSection || PartOf(entry.Name) is not { } part)
            return null;
        if (part == Parameters)
        {
            foreach (var name in ParameterTables.Where(name => mapping.Find(name) is null))
                mapping.Add(new YamlEntry(
                    new YamlScalar(name, ScalarStyle.Plain, entry.Key.Start, entry.Key.End),
                    new YamlScalar("", ScalarStyle.Plain, entry.Key.End, entry.Key.End) { IsBroken = true }));
            return "; write its rows under 'path:', 'query:' or 'headers:'";
        }

        // A page prints the method and the path apart.
        if (KeyOf(entry.Name, [Request]) is not null && !IsRequestLine(entry.Value))
        {
            // The other key can be misspelt, or named after a heading, and is reported after this one.
            return mapping.Entries.Find(static other => other.Name == Request || (Means(other.Name, Request) && IsRequestLine(other.Value))) is { } line
                ? "; '" + line.Name + ":' already has the method and the path, so leave this line out"
                : "; write 'request:' with the method and the path, as in 'request: GET /objects/Tasks'";
        }

        var heading = Fold(entry.Name);
        var isExample = part.StartsWith(Example, StringComparison.Ordinal);
        // A table has the same heading as the text of an example.
        if (entry.Value is YamlMapping && heading == HeadersOfExample && Array.IndexOf(known, Headers) >= 0)
            return MappingReader.DidYouMean(Headers, mapping);
        if (entry.Value is YamlSequence { IsFlow: false } || !(isExample || (IsBlock(entry.Value) && FormatWords.IsPasted(heading))))
            return null;
        var pasted = FormatWords.IsPasted(heading) ? heading : KeyInExample(part) ?? KeyOfText(entry.Value);
        return "; write it under '" + Examples + ":', as in '- " + pasted + ": |'";
    }

    private static bool IsBlock(YamlNode value) => value is YamlScalar { Style: ScalarStyle.Literal or ScalarStyle.Folded };

    // 'example/response body' is the body of a response that a page prints as an example.
    private static string? KeyInExample(string part)
        => part.StartsWith(Example, StringComparison.Ordinal) && part.Length > Example.Length ? part.Substring(Example.Length + 1) : null;

    // An example under a heading that does not say which part of it follows.
    private static string KeyOfText(YamlNode value)
        => value is YamlMapping { IsFlow: true } or YamlSequence || (value is YamlScalar text && text.Value.TrimStart() is ['{' or '[', ..])
            ? ResponseBody
            : HeadersOfExample;

    private static bool IsRequestLine(YamlNode value)
        => value is YamlScalar { IsMissing: false } line && HttpMethods.IsKnown(line.Value.Trim().Split(' ')[0]) && line.Value.Trim().Contains(' ');

    private static string? PartOf(string heading) => Parts.Value.TryGetValue(Fold(heading), out var part) ? part : null;

    // 'queryParameters', 'query_parameters' and 'Query parameters:' are the same key. Keys have no bullets and no numbers, which the headings of a page can
    // have, and headings are not written as identifiers. So this is not the rule by which headings of pages are compared.
    private static string Fold(string heading)
    {
        var folded = new StringBuilder(heading.Length);
        for (var i = 0; i < heading.Length; i++)
        {
            var c = heading[i];
            if (i > 0 && char.IsUpper(c) && char.IsLower(heading[i - 1]))
                folded.Append(' ');
            folded.Append(c is '_' or '-' ? ' ' : char.ToLowerInvariant(c));
        }

        return folded.ToString().TrimEnd(':', ' ');
    }

    private static Dictionary<string, string> Read()
    {
        using var reader = new StreamReader(typeof(PrintedHeadings).Assembly.GetManifestResourceStream(Profile)!);
        var root = YamlLoader.Load(new SpecText(reader.ReadToEnd()), new DiagnosticBag(), CancellationToken.None);
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in (root?.Find("headings")?.Value as YamlMapping)?.Entries ?? [])
        {
            foreach (var heading in (part.Value as YamlSequence)?.Items.OfType<YamlScalar>() ?? [])
            {
                // A heading under another heading is not a name by itself.
                if (!heading.Value.Contains(" > ") && !parts.ContainsKey(Fold(heading.Value)))
                    parts.Add(Fold(heading.Value), part.Name);
            }
        }

        return parts;
    }
}
