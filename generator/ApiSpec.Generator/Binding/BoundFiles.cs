using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Generator.Binding;

/// <summary>Collects the models that are generated from each file of a project.</summary>
internal sealed class BoundFiles
{
    private const int Nothing = -1;

    private readonly Dictionary<string, int> _positions;
    private readonly List<SpecSource> _listed;
    private readonly HashSet<string> _repeated = new(StringComparer.Ordinal);
    private readonly List<Entry> _entries;

    // The last entry of each file; each entry refers to the one before.
    private readonly int[] _last;

    public BoundFiles(IReadOnlyList<SpecSource> files)
    {
        _positions = new(files.Count, StringComparer.Ordinal);
        _listed = new(files.Count);
        _entries = new(2 * files.Count);
        foreach (var file in files)
        {
            if (_positions.ContainsKey(file.Path))
            {
                _repeated.Add(file.Path);
                continue;
            }

            _positions.Add(file.Path, _listed.Count);
            _listed.Add(file);
        }

        _last = new int[_listed.Count];
        for (var i = 0; i < _last.Length; i++)
            _last[i] = Nothing;
    }

    /// <summary>The files, each once.</summary>
    public IReadOnlyList<SpecSource> Listed => _listed;

    public void Add(SourceOwner owner, GeneratedElement element)
    {
        var file = _positions[owner.Path];
        _entries.Add(new Entry(owner, element, _last[file]));
        _last[file] = _entries.Count - 1;
    }

    /// <summary>Returns the models from each file, in the order of the paths.</summary>
    /// <param name="order">The files in the order in which generated files get their names.</param>
    /// <param name="hintNames">The names of generated files.</param>
    public EquatableArray<BoundFile> ToEquatableArray(IReadOnlyList<SpecSource> order, HintNames hintNames)
    {
        var files = new BoundFile[order.Count];
        var entries = new List<Entry>();
        for (var i = 0; i < files.Length; i++)
        {
            entries.Clear();
            for (var entry = _last[_positions[order[i].Path]]; entry != Nothing; entry = _entries[entry].Previous)
                entries.Add(_entries[entry]);
            files[i] = new BoundFile(order[i].Path) { IsRepeated = _repeated.Contains(order[i].Path), Sources = SourcesOf(entries, hintNames) };
        }

        Array.Sort(files, static (one, other) => string.CompareOrdinal(one.Path, other.Path));
        return new(files);
    }

    private static EquatableArray<GeneratedSource> SourcesOf(List<Entry> entries, HintNames hintNames)
    {
        if (entries.Count == 0)
            return [];
        // Sorted, so that the order does not depend on which section needed a type first.
        if (entries.Count > 1)
            entries.Sort(Entry.Compare);
        var sources = new List<GeneratedSource>(1);
        var first = 0;
        for (var end = 1; end <= entries.Count; end++)
        {
            if (end < entries.Count && string.Equals(entries[end].Owner.Schema, entries[first].Owner.Schema, StringComparison.Ordinal))
                continue;
            var elements = new GeneratedElement[end - first];
            for (var i = first; i < end; i++)
                elements[i - first] = entries[i].Element;
            sources.Add(new GeneratedSource(hintNames.Take(entries[first].Owner.HintName), new(elements)));
            first = end;
        }

        return new([.. sources]);
    }

    private readonly struct Entry(SourceOwner owner, GeneratedElement element, int previous)
    {
        public static readonly Comparison<Entry> Compare = static (one, other)
            => string.CompareOrdinal(one.Owner.Schema, other.Owner.Schema) is not 0 and var order
                ? order
                : string.CompareOrdinal(one.Element.SortName, other.Element.SortName);

        public SourceOwner Owner { get; } = owner;

        public GeneratedElement Element { get; } = element;

        public int Previous { get; } = previous;
    }
}
