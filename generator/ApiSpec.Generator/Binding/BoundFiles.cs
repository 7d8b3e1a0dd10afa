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
            if (_positions.ContainsKey(file.Key))
            {
                _repeated.Add(file.Key);
                continue;
            }

            _positions.Add(file.Key, _listed.Count);
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
        var file = _positions[owner.Key];
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
        var sources = new List<GeneratedSource>();
        foreach (var file in order)
        {
            entries.Clear();
            sources.Clear();
            var position = _positions[file.Key];
            for (var entry = _last[position]; entry != Nothing; entry = _entries[entry].Previous)
                entries.Add(_entries[entry]);
            // An edit changes few files. For the others, the objects from before it are kept, so that they are equal at first glance.
            var memory = FileMemory.Of(file);
            var bound = memory.Bound;
            AddSources(sources, entries, bound?.Sources ?? [], hintNames);
            if (_repeated.Contains(file.Key))
                bound = new BoundFile(file.Key) { IsRepeated = true, Sources = sources.ToEquatableArray() };
            else if (bound is null || !AreSame(bound.Sources, sources))
                memory.Bound = bound = new BoundFile(file.Key) { Sources = sources.ToEquatableArray() };
            files[position] = bound;
        }

        // Projects list most files in this order.
        if (!IsSorted(files))
            Array.Sort(files, static (one, other) => string.CompareOrdinal(one.Key, other.Key));
        return new(files);
    }

    private static bool IsSorted(BoundFile[] files)
    {
        for (var i = 1; i < files.Length; i++)
        {
            if (string.CompareOrdinal(files[i - 1].Key, files[i].Key) > 0)
                return false;
        }

        return true;
    }

    private static bool AreSame(EquatableArray<GeneratedSource> before, List<GeneratedSource> sources)
    {
        if (before.Count != sources.Count)
            return false;
        for (var i = 0; i < before.Count; i++)
        {
            if (!ReferenceEquals(before[i], sources[i]))
                return false;
        }

        return true;
    }

    private static void AddSources(List<GeneratedSource> sources, List<Entry> entries, EquatableArray<GeneratedSource> before, HintNames hintNames)
    {
        // Sorted, so that the order does not depend on which section needed a type first.
        if (entries.Count > 1)
            entries.Sort(Entry.Compare);
        var first = 0;
        for (var end = 1; end <= entries.Count; end++)
        {
            if (end < entries.Count && string.Equals(entries[end].Owner.Schema, entries[first].Owner.Schema, StringComparison.Ordinal))
                continue;
            var name = hintNames.Take(entries[first].Owner.HintName);
            var known = sources.Count < before.Count ? before[sources.Count] : null;
            sources.Add(known is not null && IsSame(known, name, entries, first, end) ? known : SourceOf(name, entries, first, end));
            first = end;
        }
    }

    private static bool IsSame(GeneratedSource known, string name, List<Entry> entries, int first, int end)
    {
        if (known.Elements.Count != end - first || !string.Equals(known.HintName, name, StringComparison.Ordinal))
            return false;
        for (var i = first; i < end; i++)
        {
            if (!known.Elements[i - first].Equals(entries[i].Element))
                return false;
        }

        return true;
    }

    private static GeneratedSource SourceOf(string name, List<Entry> entries, int first, int end)
    {
        var elements = new GeneratedElement[end - first];
        for (var i = first; i < end; i++)
            elements[i - first] = entries[i].Element;
        return new GeneratedSource(name, new(elements));
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
