using ApiSpec.Generator.Code;

namespace ApiSpec.Generator.Binding;

/// <summary>All links of an API.</summary>
internal sealed class LinkIndex
{
    private readonly SharedIndex<(string Record, string Operation), FoundLink> _byPlace;
    private readonly SharedIndex<string, FoundLink> _byOperation;

    /// <param name="steps">Runs the steps that look up links.</param>
    /// <param name="links">The links. The last one from a record to an operation counts.</param>
    public LinkIndex(StepRecorder steps, IEnumerable<FoundLink> links)
    {
        var byPlace = new Dictionary<(string Record, string Operation), FoundLink>();
        var byOperation = new Dictionary<string, FoundLink>(StringComparer.Ordinal);
        foreach (var link in links)
        {
            byPlace[(link.Record, link.Operation)] = link;
            byOperation[link.Operation] = link;
        }

        _byPlace = new(steps, SharedIndexKind.Links, byPlace);
        _byOperation = new(steps, SharedIndexKind.LinkedOperations, byOperation);
    }

    /// <summary>Returns the member of a body that links to the operation, so that a caller can follow it; null: there is none.</summary>
    public LinkMember? Find(CodeType body, string operation) => body.Name is { } name ? _byPlace.Find((name, operation))?.Member : null;

    /// <summary>Whether a member or a header of a response links to the operation.</summary>
    public bool IsLinked(string operation) => _byOperation.Contains(operation);
}
