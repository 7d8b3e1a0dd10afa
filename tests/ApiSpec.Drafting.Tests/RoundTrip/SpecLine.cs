using ApiSpec.Drafting.Tests.Printing;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Drafting.Tests.RoundTrip;

/// <summary>A line of a spec, in a form that can be compared.</summary>
/// <param name="Text">The line.</param>
/// <param name="Pointer">Its position in the file.</param>
internal sealed record SpecLine(string Text, string Pointer)
{
    /// <summary>The lines of a section that its printed page determines.</summary>
    public static List<SpecLine> Of(SpecFile file, IReadOnlyList<SpecFile> files, Wording wording)
    {
        var section = file.Section!;
        var tables = new SpecTables([file, .. files]);
        var api = files.Select(static other => other.Api).FirstOrDefault(static api => api is not null);
        var lines = new List<SpecLine>();
        if (wording.IsNumbered)
            Add("section: " + section.Section, "/section");
        Add("title: " + section.Title, "/title");
        if (section.Function is { } function)
            Add("function: " + function, "/function");
        if (section.Roles.Count > 0)
            Add("roles: " + string.Join(", ", section.Roles), "/roles");
        if (section.Editions.Since is { } since)
            Add("since: " + since, "/since");
        if (section.Version is { } version && section.RequestText.Contains("{version}", StringComparison.Ordinal))
            Add("version: " + version, "/version");
        Add("request: " + section.HttpMethod + " " + section.Path, "/request");
        Members("path", tables.Of(section.PathRows));
        Members("query", tables.Of(section.QueryRows));
        Members("headers", tables.Of(section.HeaderRows));
        Body("body", section.Body, section.Body?.Values ?? []);
        foreach (var row in section.Statuses.Rows)
        {
            var (code, message, description) = SpecPrinter.StatusOf(row, api);
            Add($"status {code} {message}: {description}", row.Pointer);
        }

        Body("response", section.Response, section.ResponseValues);
        Body("error", section.Error, []);
        for (var i = 0; i < section.Examples.Count; i++)
        {
            var example = section.Examples[i];
            foreach (var (key, text) in new[]
            {
                ("title", example.Title),
                ("request header", example.RequestHeader),
                ("request body", example.RequestBody),
                ("response header", example.ResponseHeader),
                ("response body", example.ResponseBody),
            })
            {
                if (text is not null)
                    Add($"example {i} {key}: {string.Join('\n', text.TrimEnd('\n').Split('\n').Select(static line => line.Trim()))}", example.Pointer + "/"
                        + key);
            }
        }

        return lines;

        void Add(string text, string pointer) => lines.Add(new SpecLine(text, pointer));

        void Members(string path, IEnumerable<PrintedMember> members)
        {
            foreach (var member in members)
            {
                Add(path + "/" + member.Line, member.Pointer);
                Members(path + "/" + member.Name, member.Children);
            }
        }

        void Body(string key, BodyDeclaration? body, IEnumerable<MemberValue> values)
        {
            if (body is { Kind: BodyKind.Media })
                Add(key + ": " + body.MediaType, "/" + key);
            else if (body is { Kind: BodyKind.Form })
                Members(BodyFormats.RequestKeyOf(body.Format), tables.Of(body.Members));
            else if (tables.Of(body, values) is { } member)
            {
                if (member.Children.Count == 0 || member.Lists > 0)
                    Add(key + member.Line, "/" + key);
                Members(key, member.Children);
            }
        }
    }
}
