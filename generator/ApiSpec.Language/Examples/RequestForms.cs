using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Examples;

/// <summary>
/// Splits a section whose request can be sent in several formats. It becomes one operation for each: the first has the name of the section, and the others have
/// the name of their format after it, as in <c>Jobs.Resume</c> and <c>Jobs.ResumeXml</c>. They have the same method and path, and servers distinguish them by
/// their content type.
/// </summary>
internal static class RequestForms
{
    private const string ContentType = "Content-Type";

    /// <summary>Returns the sources of a file: the file itself, or a source for each format of its request.</summary>
    /// <param name="path">The file.</param>
    /// <param name="file">Its content.</param>
    public static EquatableArray<SpecSource> SourcesOf(string path, SpecFile file)
    {
        if (file.Section is not { Body: { } first, OtherBodies.Count: > 0 } section)
            return [new SpecSource(path, file)];
        var sources = new List<SpecSource> { new(path, file with { Section = InForm(section, first) }) };
        foreach (var body in section.OtherBodies)
        {
            var word = body.Format.ToString();
            var other = InForm(section, body) with
            {
                Method = section.Method + word,
                CSharpName = section.CSharpName is { } name ? name + word : null,
                Response = Shared(section, section.Response),
            };
            // The schemas of the file are declared once.
            sources.Add(new SpecSource(path, file with { Section = other, Schemas = [] }, word));
        }

        return sources.ToEquatableArray();
    }

    // The operations return the same type.
    private static BodyDeclaration? Shared(SectionDeclaration section, BodyDeclaration? response)
        => response is { Kind: BodyKind.Members or BodyKind.Type }
            ? new BodyDeclaration { Kind = BodyKind.SameAs, SameAs = section.Id, Format = response.Format, Pointer = response.Pointer }
            : response;

    private static SectionDeclaration InForm(SectionDeclaration section, BodyDeclaration body) => section with
    {
        Body = body,
        OtherBodies = [],
        HeaderRows = section.HeaderRows.Select(row => InForm(row, body.Format)).OfType<RowDeclaration>().ToEquatableArray(),
        Examples = section.Examples.Where(example => IsIn(example, section, body)).ToEquatableArray(),
        Choices = section.Choices.Select(choice => InForm(choice, section, body)).OfType<ParameterChoice>().ToEquatableArray(),
        Paging = section.Paging?.Roles.All(role => !IsOfRequest(role) || IsKnown(section, body, role.Name)) == true ? section.Paging : null,
    };

    // A rule still applies to the names that this format has. 'Exactly one' of one name is that name.
    private static ParameterChoice? InForm(ParameterChoice choice, SectionDeclaration section, BodyDeclaration body)
    {
        var names = choice.Names.Where(name => IsKnown(section, body, name)).ToEquatableArray();
        return names.Count > 1 || (names.Count == 1 && choice.Kind != GroupRuleKind.AtMostOne) ? choice with { Names = names } : null;
    }

    // A page prints the content types of all formats in one row.
    private static RowDeclaration? InForm(RowDeclaration row, BodyFormat format)
    {
        if (!string.Equals(row.Name, ContentType, StringComparison.OrdinalIgnoreCase))
            return row;
        bool IsOther(string mediaType) => BodyFormats.Of(mediaType) is { } other && other != format;
        if (row.Constant is { } only)
            return IsOther(only) ? null : row;
        if (row.Default is { } usual && IsOther(usual))
            row = row with { Default = null };
        var values = row.Type.Values.Where(value => !IsOther(value.Value)).ToEquatableArray();
        return values.Count == row.Type.Values.Count ? row
            : values.Count == 0 ? null
            : row with { Type = row.Type with { Values = values } };
    }

    // An example without a body, or with a body in a format that the section does not describe, belongs to the first operation.
    private static bool IsIn(ExampleDeclaration example, SectionDeclaration section, BodyDeclaration body)
    {
        var format = FormatOf(example);
        return format == body.Format
            || (ReferenceEquals(body, section.Body) && !section.OtherBodies.Any(other => other.Format == format));
    }

    private static BodyFormat? FormatOf(ExampleDeclaration example)
    {
        var message = PastedMessage.Of(example.RequestHeader, example.RequestBody);
        var stated = message.Head?.Headers.LastOrDefault(static header => string.Equals(header.Name.Text, ContentType, StringComparison.OrdinalIgnoreCase));
        if (BodyFormats.Of(stated?.Value.Text) is { } format)
            return format;
        if (message.Head is { Fields.Count: > 0 })
            return BodyFormat.Multipart;
        if (message.Body is not { } printed || printed.Text.Trim().Length == 0)
            return null;
        var name = PastedFormat.OfOther(printed.Text);
        foreach (var known in new[] { BodyFormat.Xml, BodyFormat.Form, BodyFormat.Multipart })
        {
            if (name == BodyFormats.NameOf(known))
                return known;
        }

        return name is null ? BodyFormat.Json : null;
    }

    private static bool IsOfRequest(PagingRole role) => Array.IndexOf(PagingDeclaration.RequestRoles, role.Role) >= 0;

    // A name is only unknown to a format if another format has it. Rows in other files are looked up where all files are known.
    private static bool IsKnown(SectionDeclaration section, BodyDeclaration body, string name)
    {
        var dot = name.IndexOf('.');
        var outer = dot > 0 ? name.Substring(0, dot) : name;
        bool IsIn(EquatableArray<RowDeclaration> rows) => rows.Any(row => row.Name == name || row.Name == outer);
        return IsIn(body.Members) || !section.Bodies.Any(other => IsIn(other.Members))
            || IsIn(section.PathRows) || IsIn(section.QueryRows) || IsIn(section.HeaderRows);
    }
}
