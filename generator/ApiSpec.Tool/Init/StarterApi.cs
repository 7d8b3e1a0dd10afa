using System.Text;
using ApiSpec.Language.Rows;

namespace ApiSpec.Tool.Init;

/// <summary>The files that a reference starts with.</summary>
internal sealed record StarterApi
{
    public const string FileName = "api.apispec.yaml";
    public const string SectionName = "first-section.apispec.yaml";
    public const string SchemaName = "apispec.schema.json";

    private const string FallbackId = "api";

    // YAML 1.2.2, 6.8: a comment ends with its line. The YAML language server reads this comment.
    private const string SchemaLine = "# yaml-language-server: $schema=" + SchemaName + "\n";

    // Strings with a special meaning in YAML 1.2.2 (10.3.2), or that parsers of YAML 1.1 read as Booleans.
    private static readonly HashSet<string> s_words = new(["true", "false", "null", "yes", "no", "on", "off", "y", "n"], StringComparer.OrdinalIgnoreCase);

    private readonly string _id;
    private readonly string? _title;
    private readonly string _client;
    private readonly string? _server;

    public StarterApi(string id, string? title, string? client, string? server)
    {
        _id = id;
        _title = title;
        _client = client ?? CSharpName.OfDeclared(id) + "Client";
        _server = server;
    }

    /// <summary>The JSON Schema of this version of the format.</summary>
    public static string Schema { get; } = Read(SchemaName);

    /// <summary>The settings for editors, as used by the shipped specs.</summary>
    public static string Settings => """
        # Settings for editors. Severities of diagnostics are in the .globalconfig of a project.
        [*.apispec.{yaml,yml}]
        charset = utf-8
        indent_style = space
        indent_size = 2
        insert_final_newline = true
        trim_trailing_whitespace = true

        """.ReplaceLineEndings("\n");

    /// <summary>The API file.</summary>
    public string File => SchemaLine + $"""
        # The API file: what all sections of the reference share.
        api: {Quote(_id)}
        title: {Quote(_title ?? "Title of the reference")}
        client: {Quote(_client)}
        {(_server is null ? "# base: http://localhost:8080           the base address, if the reference prints one" : "base: " + Quote(_server))}

        # The printed editions, the oldest first. 'source' of a section names one: V1 2.1
        # manuals:
        #   V1: Title of the manual, first edition

        # Roles that may call, and how a program logs in.
        # roles:
        #   Admin: May call every operation
        # authentication: basic

        """.ReplaceLineEndings("\n");

    /// <summary>A first section that builds.</summary>
    public string Section => SchemaLine + $$"""
        # One section of the reference, heading by heading. This is an example: put the facts of your page in its place,
        # write 'unknown' where the page does not show a fact, and name the file after the section.
        api: {{Quote(_id)}}
        title: Acquisition of an item
        operation: Items.Get
        function: Acquires one item.

        # As printed, with braces around each word in italics, and a row for each of them.
        request: GET /items/{id}
        path:
          id: long - The ID of the item

        # One row for each status code: code message: description
        status:
          200 OK: The item is returned.
          404 Not Found: There is no such item.

        # The members of the body. 'name?' can be missing; 'type or null' can be null.
        response:
          id: long
          name: string
          comment?: string or null

        # The usage example of the page. The build compares it with the rows above.
        examples:
          - request header: GET /items/3 HTTP/1.1
            response header: HTTP/1.1 200 OK
            response body: |
              { "id": 3, "name": "Third", "comment": null }

        """.ReplaceLineEndings("\n");

    /// <summary>Derives the id of an API from a folder or a name.</summary>
    public static string IdOf(string path)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        // Many folders of specs are called 'specs', so the folder around it names the API.
        if (name.Equals("specs", StringComparison.OrdinalIgnoreCase)
            && Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(path)) is { Length: > 0 } parent)
            name = Path.GetFileName(parent);
        var id = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c))
                id.Append(char.ToLowerInvariant(c));
            else if (id.Length > 0 && id[^1] != '-')
                id.Append('-');
        }

        var made = id.ToString().TrimEnd('-');
        return made.Length == 0 ? FallbackId : char.IsAsciiDigit(made[0]) ? FallbackId + "-" + made : made;
    }

    // YAML 1.2.2, 7.3.1: in single quotes, only the quote itself is special, and is doubled.
    private static string Quote(string text)
        => text.Length > 0 && char.IsAsciiLetter(text[0]) && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-') && !s_words.Contains(text)
            ? text
            : "'" + PlainLine.Of(text).Replace("'", "''", StringComparison.Ordinal) + "'";

    private static string Read(string name)
    {
        using var stream = typeof(StarterApi).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The tool has no resource '{name}'.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
