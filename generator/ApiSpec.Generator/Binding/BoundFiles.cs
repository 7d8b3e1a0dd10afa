using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Generator.Binding;

/// <summary>Collects what is generated from each file of a project.</summary>
internal sealed class BoundFiles
{
    private readonly Dictionary<string, int> _positions;
    private readonly List<SpecSource> _listed;
    private readonly HashSet<string> _repeated = new(StringComparer.Ordinal);
    private readonly List<(int File, GeneratedElement Model)> _sources;

    public BoundFiles(IReadOnlyList<SpecSource> files)
    {
        _positions = new(files.Count, StringComparer.Ordinal);
        _listed = new(files.Count);
        _sources = new(2 * files.Count);
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
    }

    /// <summary>The files, each once.</summary>
    public IReadOnlyList<SpecSource> Listed => _listed;

    public void Add(string path, GeneratedElement model) => _sources.Add((_positions[path], model));

    /// <summary>What each file gives, in the order of the paths.</summary>
    public EquatableArray<BoundFile> ToEquatableArray()
    {
        var counts = new int[_listed.Count];
        foreach (var (file, _) in _sources)
            counts[file]++;
        var sources = new GeneratedElement[_listed.Count][];
        for (var i = 0; i < counts.Length; i++)
            sources[i] = new GeneratedElement[counts[i]];
        foreach (var (file, model) in _sources)
            sources[file][sources[file].Length - counts[file]--] = model;
        return _listed
            .Select((file, i) => new BoundFile(file.Path) { IsRepeated = _repeated.Contains(file.Path), Sources = new(sources[i]) })
            .OrderBy(static file => file.Path, StringComparer.Ordinal)
            .ToEquatableArray();
    }
}
