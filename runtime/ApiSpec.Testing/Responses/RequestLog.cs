namespace ApiSpec.Testing.Responses;

/// <summary>The requests that a stub has responded to. Options limit their number and their bytes. The oldest requests are removed first.</summary>
internal sealed class RequestLog(int maximumCount, long maximumBytes)
{
    // The approximate size of the objects of a request without its strings.
    private const int Overhead = 512;

    private readonly object _lock = new();
    private readonly Queue<(ReceivedRequest Request, long Size)> _kept = new();
    private readonly Dictionary<string, int> _droppedByOperation = new(StringComparer.Ordinal);
    private long _size;
    private int _dropped;
    private int _droppedViolations;

    public RequestHistory History
    {
        get
        {
            lock (_lock)
                return new RequestHistory(
                    [.. _kept.Select(static kept => kept.Request)], _dropped, _droppedViolations, _droppedByOperation.ToDictionary(StringComparer.Ordinal));
        }
    }

    /// <summary>Adds a request, and announces it before the next one.</summary>
    public void Add(ReceivedRequest request, Action<ReceivedRequest> announce)
    {
        lock (_lock)
        {
            announce(request);
            var size = SizeOf(request);
            _kept.Enqueue((request, size));
            _size += size;
            while (_kept.Count > maximumCount || _size > maximumBytes)
                Drop();
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _kept.Clear();
            _droppedByOperation.Clear();
            _size = _dropped = _droppedViolations = 0;
        }
    }

    private void Drop()
    {
        var (request, size) = _kept.Dequeue();
        _size -= size;
        _dropped++;
        if (request.Violation is not null)
            _droppedViolations++;
        if (request.OperationId is { } id)
            _droppedByOperation[id] = _droppedByOperation.GetValueOrDefault(id) + 1;
    }

    private static long SizeOf(ReceivedRequest request)
        => Overhead + request.Body.Length
            + (sizeof(char) * ((long)request.Target.Length + (request.Violation?.Length ?? 0) + Sum(request.Headers) + Sum(request.Query)));

    private static long Sum(FieldCollection fields) => fields.Sum(static field => (long)field.Key.Length + field.Value.Length);
}

/// <summary>The recorded requests so far.</summary>
/// <param name="Requests">The requests, oldest first.</param>
/// <param name="Dropped">The number of removed requests.</param>
/// <param name="DroppedViolations">The number of removed requests with a violation.</param>
/// <param name="DroppedByOperation">The number of removed requests of each operation.</param>
internal sealed record RequestHistory(
    IReadOnlyList<ReceivedRequest> Requests, int Dropped, int DroppedViolations, IReadOnlyDictionary<string, int> DroppedByOperation)
{
    /// <summary>The requests for one operation.</summary>
    public IEnumerable<ReceivedRequest> Of(string operationId) => Requests.Where(request => request.OperationId == operationId);
}
