using ApiSpec.Generator.Binding;
using ApiSpec.Generator.Model;
using ApiSpec.Generator.Parsing;

namespace ApiSpec.Generator.Examples;

/// <summary>What the usage examples of one section are held against. It is made ready once, however many examples there are.</summary>
internal sealed class ExampleSession
{
    /// <summary>Comparisons of a name with a row. A page comes nowhere near; a text made to cost would take the build with it.</summary>
    private const int MaxWork = 1_000_000;

    // An alias may stand for a schema, and that for another one.
    private const int MaxNames = 32;

    private readonly Dictionary<string, string> _corrections = new(StringComparer.Ordinal);
    private readonly HashSet<string> _omitted = new(StringComparer.Ordinal);
    private readonly Dictionary<EquatableArray<RowDeclaration>, RowIndex> _indexes = new(ReferenceComparer<EquatableArray<RowDeclaration>>.Instance);
    private readonly Dictionary<EquatableArray<EnumValue>, HashSet<string>> _values = new(ReferenceComparer<EquatableArray<EnumValue>>.Instance);
    private EquatableArray<RowDeclaration>? _queryRows;
    private Dictionary<string, MemberValue>? _responseValues;
    private HashSet<string>? _chosen;
    private int _work;

    public ExampleSession(ApiScope scope, SpecSource source)
    {
        Scope = scope;
        Source = source;
        foreach (var erratum in Section.Errata)
        {
            if (erratum.Printed?.Trim() is not { } printed)
                _omitted.Add(erratum.Here.Trim());
            else if (!_corrections.ContainsKey(printed))
                _corrections.Add(printed, erratum.Here.Trim());
        }
    }

    public ApiScope Scope { get; }

    public SpecSource Source { get; }

    public SectionDeclaration Section => Source.File.Section!;

    /// <summary>The query parameters of the section, those of its sets included.</summary>
    public EquatableArray<RowDeclaration> QueryRows => _queryRows ??= [.. Section.QueryRows, .. Scope.RowsOfSets(Section)];

    /// <summary>What the page prints for members of a shared table, by their names.</summary>
    public IReadOnlyDictionary<string, MemberValue> ResponseValues
    {
        get
        {
            if (_responseValues is not null)
                return _responseValues;
            _responseValues = new Dictionary<string, MemberValue>(StringComparer.Ordinal);
            foreach (var value in Section.ResponseValues)
                _responseValues[value.Name] = value;
            return _responseValues;
        }
    }

    /// <summary>What stands in the section instead of what the page prints; null: no erratum says so.</summary>
    public string? CorrectionOf(string printed) => _corrections.TryGetValue(printed, out var here) ? here : null;

    /// <summary>Tells whether an erratum says that the examples lack the name.</summary>
    public bool IsOmitted(string name) => _omitted.Contains(name);

    /// <summary>Tells whether one of several names has to be given, and not this one in particular.</summary>
    public bool IsChosen(string name)
        => (_chosen ??= new HashSet<string>(Section.Choices.SelectMany(static choice => choice.Names), StringComparer.Ordinal)).Contains(name);

    /// <summary>Takes note of work; false when it was too much.</summary>
    public bool Spend(int work)
    {
        _work = (int)Math.Min((long)_work + work, int.MaxValue);
        return _work <= MaxWork;
    }

    public RowIndex IndexOf(EquatableArray<RowDeclaration> rows)
    {
        if (!_indexes.TryGetValue(rows, out var index))
            _indexes.Add(rows, index = new RowIndex(rows));
        return index;
    }

    /// <summary>Why the text is no value of the type; null when it is one.</summary>
    public string? Mismatch(TypeReference type, string text)
    {
        if (type.Kind == TypeKind.Nullable)
            return Mismatch(type.Arguments[0], text);
        if (type.Kind != TypeKind.Enum || type.Values.Count == 0)
            return ValueText.Mismatch(type, text);
        if (!_values.TryGetValue(type.Values, out var values))
            _values.Add(type.Values, values = new HashSet<string>(type.Values.Select(static value => value.Value), StringComparer.Ordinal));
        return values.Contains(text) ? null : "the enum does not have this value";
    }

    /// <summary>The type that a name stands for, where it stands for another type and not for a table; otherwise the type itself.</summary>
    public TypeReference Resolve(TypeReference type)
    {
        for (var steps = 0; type is { Kind: TypeKind.Named, Arguments.Count: 0 } && steps < MaxNames; steps++)
        {
            var meant = Scope.FindAlias(type.Name!)?.Type ?? (Scope.TryFindSchema(type.Name!, out var declared) ? declared.Schema.Type : null);
            if (meant is null)
                break;
            type = meant;
        }

        return type;
    }
}
