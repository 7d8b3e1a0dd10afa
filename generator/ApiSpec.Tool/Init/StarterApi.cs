using System.Text;
using ApiSpec.Language.Rows;

namespace ApiSpec.Tool.Init;

/// <summary>The files that a reference starts with.</summary>
internal sealed record StarterApi
{
    public const string FileName = "api.apispec.yaml";
    public const string SectionName = "first-section.apispec.yaml";
    public const string SchemaName = "apispec.schema.json";
    public const string SettingsName = ".editorconfig";

    private const string FallbackId = "api";

    // The values that the files of the project template have.
    private const string StartedId = "reference-id";
    private const string StartedTitle = "Title of the reference";
    private const string StartedClient = "ReferenceClient";
    private const string UnknownServer = "# base: ";

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
    public static string Settings { get; } = Read(SettingsName);

    /// <summary>The API file.</summary>
    public string File => string.Join('\n', Read(FileName).Split('\n').Select(FillIn));

    /// <summary>A first section that builds.</summary>
    public string Section => string.Join('\n', Read(SectionName).Split('\n').Select(FillIn));

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

    private string FillIn(string line) => line switch
    {
        "api: " + StartedId => "api: " + Quote(_id),
        "title: '" + StartedTitle + "'" => "title: " + Quote(_title ?? StartedTitle),
        "client: " + StartedClient => "client: " + Quote(_client),
        _ when _server is not null && line.StartsWith(UnknownServer, StringComparison.Ordinal) => "base: " + Quote(_server),
        _ => line,
    };

    // YAML 1.2.2, 7.3.1: between apostrophes, an apostrophe is written twice and nothing else is special.
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
