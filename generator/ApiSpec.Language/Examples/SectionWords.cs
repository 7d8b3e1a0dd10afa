using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Examples;

/// <summary>The words of a section: everything that its page can misprint.</summary>
internal sealed class SectionWords
{
    // A page has some thousand characters. Larger sections are not looked up, because a shared schema can make all sections of an API large.
    private const int MaxCharacters = 500_000;

    private static readonly char[] Separators = [.. " \t\r\n/{}<>()[]\"',;:=?&|"];

    private readonly HashSet<string> _words = new(TypeParser.BuiltInNames, StringComparer.Ordinal);
    private readonly HashSet<string> _inExamples = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _rows = new(StringComparer.Ordinal);
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);
    private readonly HashSet<string> _typeParameters = new(StringComparer.Ordinal);
    private readonly WorkBudget _budget = new(MaxCharacters);
    private readonly IApiReference _api;

    private SectionWords(IApiReference api) => _api = api;

    /// <summary>Whether a part of the section is not shown, cannot be read or is too large, so that it can have other words.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The names of the parameters and of the members of bodies.</summary>
    public ICollection<string> Rows => _rows;

    /// <summary>The names, values, codes and messages that are compared with examples.</summary>
    public ICollection<string> Names => _names;

    /// <summary>Collects all words in a section, and in the schemas and sets that it uses.</summary>
    public static SectionWords Of(IApiReference api, SectionDeclaration section)
    {
        var words = new SectionWords(api) { IsOpen = api.HasUnknownSet(section) };
        words.AddSection(section);
        words.AddOutcomes(section);
        words.AddCredentials(section);
        words.AddRows(section);
        foreach (var example in section.Examples.Concat(section.OtherExamples))
        {
            foreach (var text in new[] { example.Title, example.RequestHeader, example.RequestBody, example.ResponseHeader, example.ResponseBody })
                words.Split(text, words._inExamples);
        }

        words.IsOpen |= words._budget.IsSpent;
        return words;
    }

    /// <summary>Whether the section has a word. A URL is a word if the section has each of its segments.</summary>
    public bool Contains(string word) => IsIn(word, _words) || IsInExample(word);

    /// <summary>Whether an example has a word.</summary>
    public bool IsInExample(string word) => IsIn(word, _inExamples);

    private static bool IsIn(string word, HashSet<string> words)
        => words.Contains(word) || (word.Split(Separators, StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } parts && parts.All(words.Contains));

    private void Split(string? text, HashSet<string> words)
    {
        if (text is null || !_budget.Spend(text.Length + 1))
            return;
        words.Add(text);
        words.UnionWith(text.Split(Separators, StringSplitOptions.RemoveEmptyEntries));
    }

    private void AddSection(SectionDeclaration section)
    {
        AddName(section.HttpMethod);
        foreach (var text in new[]
        {
            section.Section, section.Title, section.Function, section.Version, section.RequestText, section.Path.ToString(), section.Id, section.Deprecated,
            section.Notes,
        }.Concat(section.Bodies.Concat(section.Responses).Select(static body => body.MediaType)))
        {
            Split(text, _words);
        }

        foreach (var text in section.Roles.Concat(section.Sources.Select(static source => source.Text)))
            Split(text, _words);
        foreach (var value in section.ResponseValues.Concat(section.Bodies.SelectMany(static body => body.Values)))
        {
            AddName(value.Name);
            AddName(value.Constant);
            Split(value.Link, _words);
            Split(value.Description, _words);
        }
    }

    private void AddOutcomes(SectionDeclaration section)
    {
        foreach (var outcome in OutcomeTable.Of(_api, section).All)
        {
            AddName(StatusDeclaration.TextOf(outcome.Code));
            AddName(outcome.Message);
            AddName(outcome.Error?.Code);
            AddName(outcome.CodeInBody);
            Split(outcome.Description, _words);
            foreach (var other in outcome.Row.OtherEditions)
                Split(other.Text, _words);
        }
    }

    // A credential fills parameters and members that pages print, but that have no row.
    private void AddCredentials(SectionDeclaration section)
    {
        foreach (var scheme in CredentialParameters.SchemesOf(_api.Api, section))
        {
            var header = scheme.Place switch
            {
                CredentialPlace.Header when scheme.Names.Count == 0 => scheme.Header ?? "Authorization",
                CredentialPlace.Cookie => "Cookie",
                _ => null,
            };
            foreach (var name in scheme.Names.Concat(scheme.Names.SelectMany(static name => name.Split('.'))).Append(header).OfType<string>())
            {
                _rows.Add(name);
                AddName(name);
            }

            AddName(scheme.Scheme);
            Split(scheme.Kind.ToString(), _words);
        }
    }

    private void AddRows(SectionDeclaration section)
    {
        foreach (var row in _api.ParameterRows(section).Concat(_api.HeaderRows(section))
            .Concat(OutcomeTable.Of(_api, section).All.SelectMany(static outcome => outcome.Headers)))
            AddRow(row);
        var reachable = new ReachableRows(_api);
        var error = section.Error ?? _api.Api?.Error;
        var requests = section.Bodies.ToList();
        var responses = section.Responses.Append(error).Concat(section.OtherErrors)
            .Concat(section.Statuses.Rows.SelectMany(static row => row.OtherResponses.Prepend(row.Response))).OfType<BodyDeclaration>();
        foreach (var body in requests.Concat(responses))
        {
            var resolved = BodyReference.Resolve(_api, body, isRequest: requests.Contains(body));
            IsOpen |= resolved is null or { Kind: BodyKind.Unknown or BodyKind.SameAs };
            reachable.Add(resolved);
            if (resolved?.Type is { } type)
                AddType(type);
        }

        foreach (var row in reachable.Visit().TakeWhile(_ => !_budget.IsSpent))
            AddRow(row);
        IsOpen |= _unknown.Any(name => !_typeParameters.Contains(name));
    }

    private void AddRow(RowDeclaration row)
    {
        IsOpen |= row.IsRest;
        _rows.Add(row.Name);
        AddName(row.Name);
        AddName(row.Constant);
        AddName(row.Default);
        foreach (var alias in row.Aliases)
            AddName(alias);
        foreach (var text in new[] { row.Description, row.When, row.RequiredWhen?.Text, row.OnlyWhen?.Text, row.Number, row.Link, row.Notes })
            Split(text, _words);
        if (row.Range is { } range)
            Split(range.Minimum + ".." + range.Maximum, _words);
        AddType(row.Type);
    }

    private void AddType(TypeReference type)
    {
        IsOpen |= type.IsUnread;
        foreach (var value in type.Values)
        {
            AddName(value.Value);
            Split(value.Description, _words);
        }

        foreach (var text in type.Substitutes.Concat(type.Words))
            AddName(text);
        Split(type.PrintedFormat, _words);
        foreach (var argument in type.Arguments)
            AddType(argument);
        if (type.Name is not { } name || !_types.Add(name))
            return;
        _words.Add(name);
        var schema = _api.FindSchema(name);
        _typeParameters.UnionWith(schema?.TypeParameters ?? []);
        if (_api.TypeOf(name) is { } meant)
            AddType(meant);
        else if (schema is null)
            _unknown.Add(name);
    }

    private void AddName(string? name)
    {
        if (name is not { Length: > 0 })
            return;
        _names.Add(name);
        Split(name, _words);
    }
}
