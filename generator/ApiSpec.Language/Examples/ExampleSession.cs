using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;
using ApiSpec.Xml;

namespace ApiSpec.Language.Examples;

/// <summary>The data with which the examples of one section are compared. It is prepared once for all examples.</summary>
internal sealed class ExampleSession
{
    /// <summary>The limit on comparisons of a name with a row. No page needs as many; a malicious text would block the build.</summary>
    private const int MaxWork = 1_000_000;

    private readonly Dictionary<(string Pointer, bool IsRequest), XmlShape?> _shapes = [];
    private EquatableArray<RowDeclaration>? _queryRows;
    private Dictionary<string, MemberValue>? _responseValues;
    private HashSet<string>? _chosen;
    private RequestTables? _parameterTables;
    private OutcomeTable? _outcomes;
    private BodyOutcomes? _bodyOutcomes;

    /// <param name="api">The files of the API.</param>
    /// <param name="path">The file of the section.</param>
    /// <param name="section">The section, with the placeholder values of the API in its request line.</param>
    /// <param name="report">Receives the diagnostics.</param>
    public ExampleSession(IApiReference api, string path, SectionDeclaration section, IDiagnosticSink report)
    {
        Api = api;
        Path = path;
        Section = section;
        Report = report;
        Errata = new Errata(Section.Errata);
        Parameters = new ParameterCheck(api) { ReadJson = static text => JsonTextParser.Parse(text, out _) };
    }

    public IApiReference Api { get; }

    /// <summary>The file of the section.</summary>
    public string Path { get; }

    public SectionDeclaration Section { get; }

    /// <summary>The documented outcomes of the section.</summary>
    public OutcomeTable Outcomes => _outcomes ??= OutcomeTable.Of(Api, Section);

    /// <summary>How response bodies show that a call failed.</summary>
    public BodyOutcomes BodyOutcomes => _bodyOutcomes ??= BodyOutcomes.Of(Api, Section);

    public IDiagnosticSink Report { get; }

    /// <summary>The errata of the section that concern its examples.</summary>
    public Errata Errata { get; }

    /// <summary>Checks values of paths, queries and headers.</summary>
    public ParameterCheck Parameters { get; }

    /// <summary>The budget for the check of all examples.</summary>
    public WorkBudget Budget { get; } = new(MaxWork);

    /// <summary>The indexes of the tables that the examples are compared with.</summary>
    public RowIndexes Indexes { get; } = new();

    /// <summary>The query parameters of the section, including parameters of sets.</summary>
    public EquatableArray<RowDeclaration> QueryRows => _queryRows ??= [.. Section.QueryRows, .. Api.InheritedQueryRows(Section)];

    /// <summary>The parameters of the section, for conditions that name them.</summary>
    public RequestTables ParameterTables => _parameterTables ??= RequestTables.Of(Api, Section);

    /// <summary>The facts of the page about members of a schema, by name.</summary>
    public IReadOnlyDictionary<string, MemberValue> ResponseValues
    {
        get
        {
            if (_responseValues is not null)
                return _responseValues;
            _responseValues = new Dictionary<string, MemberValue>(StringComparer.Ordinal);
            foreach (var value in Api.PrintedValues(Section))
                _responseValues[value.Name] = value;
            return _responseValues;
        }
    }

    /// <summary>Returns the JSON values of the elements and attributes of a body, or null if it is not XML.</summary>
    public XmlShape? ShapeOf(BodyDeclaration? body, bool isRequest)
    {
        if (body?.Format != BodyFormat.Xml)
            return null;
        if (!_shapes.TryGetValue((body.Pointer, isRequest), out var shape))
            _shapes.Add((body.Pointer, isRequest), shape = XmlShapes.Of(Api, body, isRequest, out _));
        return shape;
    }

    /// <summary>Returns the row of a printed parameter or form field, or null. A list with brackets has them after its name: <c>id[]=1</c>.</summary>
    /// <param name="rows">The rows of the table.</param>
    /// <param name="index">The index of these rows.</param>
    /// <param name="name">The printed name, decoded and corrected.</param>
    public int? FindRow(EquatableArray<RowDeclaration> rows, RowIndex index, string name)
        => name.EndsWith("[]", StringComparison.Ordinal) && index.Find(name.Substring(0, name.Length - 2)) is { } list
            && Api.Resolve(rows[list].Type).Kind == TypeKind.Brackets ? list : index.Find(name);

    /// <summary>Returns whether a group rule requires one of several names, and not this one in particular.</summary>
    public bool IsChosen(string name)
        => (_chosen ??= new HashSet<string>(Section.Choices.SelectMany(static choice => choice.Names), StringComparer.Ordinal)).Contains(name);
}
