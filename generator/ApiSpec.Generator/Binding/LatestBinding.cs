using System.Runtime.CompilerServices;
using ApiSpec.Generator.Code;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Generator.Binding;

/// <summary>
/// The last binding of a project. After an edit of one section that nothing else depends on, only that section is bound, so that the time does not grow with
/// the project.
/// </summary>
internal sealed class LatestBinding
{
    // The keys are the first and the last file of the project, because an edit changes at most one of them. If the project has only one file, all is bound.
    private static readonly ConditionalWeakTable<SpecSource, Holder> Holders = new();

    private readonly SpecSource[] _files;
    private readonly BindingOptions _options;
    private readonly IReadOnlyList<BoundApi> _apis;
    private readonly BindingReport _report;

    // What is kept with each file, and the file objects that it belongs to.
    private readonly SpecSource[] _owners;
    private readonly FileMemory[] _memories;
    private BoundProject _project;

    private LatestBinding(
        SpecSource[] files, BindingOptions options, BoundProject project, IReadOnlyList<BoundApi> apis, BindingReport report)
    {
        _files = files;
        _options = options;
        _project = project;
        _apis = apis;
        _report = report;
        _owners = [.. files];
        _memories = [.. files.Select(FileMemory.Of)];
    }

    /// <summary>
    /// Returns what is generated for a project, if it differs from its last binding in at most one section; null: all files have to be bound.
    /// </summary>
    public static BoundProject? Update(IReadOnlyList<SpecSource> files, BindingOptions options, CancellationToken cancellationToken)
    {
        if (files.Count == 0)
            return null;
        var holder = HolderOf(files[0], files[files.Count - 1]);
        // Editors cancel most analyses. A binding that was taken is lost, so from there on nothing is cancelled: an update takes less than a millisecond.
        cancellationToken.ThrowIfCancellationRequested();
        // A binding that is being updated cannot be used by another thread, nor after an update that failed.
        if (holder?.Take() is not { } latest || !latest.TryUpdate(files, options))
            return null;
        var project = latest._project;
        latest.KeepModels(files);
        Put(latest, holder, files);
        return project;
    }

    /// <summary>Keeps the binding of a project.</summary>
    /// <param name="files">All files, each once.</param>
    /// <param name="options">The settings.</param>
    /// <param name="project">What is generated.</param>
    /// <param name="apis">The APIs.</param>
    /// <param name="report">The diagnostics.</param>
    public static void Keep(
        IReadOnlyList<SpecSource> files, BindingOptions options, BoundProject project, IReadOnlyList<BoundApi> apis, BindingReport report)
    {
        if (files.Count == 0)
            return;
        var holder = HolderOf(files[0], files[files.Count - 1]) ?? new Holder();
        Put(new LatestBinding([.. files], options, project, apis, report), holder, files);
    }

    // From here on, another thread can update it.
    private static void Put(LatestBinding latest, Holder holder, IReadOnlyList<SpecSource> files)
    {
        holder.Put(latest);
        Holders.GetValue(files[0], _ => holder);
        Holders.GetValue(files[files.Count - 1], _ => holder);
    }

    private static Holder? HolderOf(SpecSource first, SpecSource last)
        => Holders.TryGetValue(first, out var holder) || Holders.TryGetValue(last, out holder) ? holder : null;

    private bool TryUpdate(IReadOnlyList<SpecSource> files, BindingOptions options)
    {
        if (files.Count != _files.Length || !options.Equals(_options))
            return false;
        var edited = -1;
        for (var i = 0; i < _files.Length; i++)
        {
            if (files[i].Equals(_files[i]))
                continue;
            if (edited >= 0)
                return false;
            edited = i;
        }

        return edited < 0 || TryUpdate(edited, files[edited]);
    }

    // Other projects with the same files may have changed what is kept with a file. A file can also be another object with the same content.
    private void KeepModels(IReadOnlyList<SpecSource> files)
    {
        var models = _project.Files;
        if (models.Count == 0)
            return;
        for (var i = 0; i < _owners.Length; i++)
        {
            var file = files[i];
            if (!ReferenceEquals(file, _owners[i]))
            {
                _owners[i] = file;
                _memories[i] = FileMemory.Of(file);
            }

            // Projects list most files in the order of the models.
            var isInOrder = string.Equals(models[i].Key, file.Key, StringComparison.Ordinal);
            _memories[i].Bound = isInOrder ? models[i] : _project.FileOf(file.Key);
        }
    }

    private bool TryUpdate(int index, SpecSource after)
    {
        var before = _files[index];
        if (before.File.Section is null)
            return false;
        foreach (var api in _apis)
        {
            if (!api.Has(before))
                continue;
            if (api.TryBind(before, after) is not { } changes || Apply(changes, api, after.Key) is not { } project)
                return false;
            _project = project;
            _files[index] = after;
            return true;
        }

        return false;
    }

    private BoundProject? Apply(SectionChanges changes, BoundApi api, string edited)
    {
        var project = _project;
        if (project.Files.Count > 0)
        {
            if (changes.Operation is { } operation)
            {
                if (project.FileOf(edited).Find(operation) is not GeneratedOperation known)
                    return null;
                changes.Elements.Add((edited, ActionBinder.WithActionsOf(operation, known)));
            }

            foreach (var (key, model) in changes.Elements)
            {
                var index = project.IndexOf(key);
                if (index < 0 || project.Files[index].Replace(model) is not { } replaced)
                    return null;
                project = project with { Files = project.Files.With(index, replaced) };
            }
        }

        if (changes.HasDiagnostics)
            project = project with { Diagnostics = _report.ToEquatableArray() };
        return changes.Operation is null || api.Fake is not { } fake ? project : ReplaceInFake(project, fake, GeneratedFakeOperation.Of(changes.Operation));
    }

    private static BoundProject? ReplaceInFake(BoundProject project, int index, GeneratedFakeOperation operation)
    {
        var fake = project.Fakes[index];
        for (var i = 0; i < fake.Operations.Count; i++)
        {
            var known = fake.Operations[i];
            if (!string.Equals(known.Group, operation.Group, StringComparison.Ordinal)
                || !string.Equals(known.Method, operation.Method, StringComparison.Ordinal))
                continue;
            return known.Equals(operation)
                ? project
                : project with { Fakes = project.Fakes.With(index, fake with { Operations = fake.Operations.With(i, operation) }) };
        }

        return null;
    }

    private sealed class Holder
    {
        private LatestBinding? _latest;

        public LatestBinding? Take() => Interlocked.Exchange(ref _latest, null);

        public void Put(LatestBinding latest) => Volatile.Write(ref _latest, latest);
    }
}
