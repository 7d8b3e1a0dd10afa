namespace ApiSpec.Testing.Responses;

/// <summary>Decides which of several recorded responses to one request is next: each once, in their order, and then the last one again.</summary>
internal sealed class ReplayOrder
{
    private readonly HashSet<DocumentedExample> _replayed = [];

    /// <summary>The next of the recorded responses.</summary>
    /// <param name="recorded">All that the request fits, at least one. Other requests can fit some of them and not others.</param>
    public DocumentedExample Next(IReadOnlyList<DocumentedExample> recorded)
    {
        lock (_replayed)
        {
            var next = recorded.FirstOrDefault(example => !_replayed.Contains(example)) ?? recorded[^1];
            _replayed.Add(next);
            return next;
        }
    }

    public void Restart()
    {
        lock (_replayed)
            _replayed.Clear();
    }
}
