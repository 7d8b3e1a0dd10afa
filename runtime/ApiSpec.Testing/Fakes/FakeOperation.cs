using ApiSpec.Testing.Responses;

namespace ApiSpec.Testing;

/// <summary>An operation of a fake without its types: its requests and its responses.</summary>
public abstract class FakeOperation
{
    private readonly IFakeRequests _requests;

    private protected FakeOperation(ApiOperation operation, IFakeRequests requests, ResponseScript script)
    {
        Operation = operation;
        _requests = requests;
        Script = script;
    }

    /// <summary>The documentation of the operation.</summary>
    public ApiOperation Operation { get; }

    /// <summary>The requests for this operation so far, oldest first.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests.History.Of(Operation.Id)];

    /// <summary>The one request for this operation.</summary>
    /// <exception cref="FakeVerificationException">
    /// There was no request or more than one, or the fake had no space to record it. The message lists the requests of the fake.
    /// </exception>
    public ReceivedRequest SingleRequest()
    {
        var history = _requests.History;
        var dropped = history.DroppedByOperation.GetValueOrDefault(Operation.Id);
        List<ReceivedRequest> requests = [.. history.Of(Operation.Id)];
        if (requests.Count == 1 && dropped == 0)
            return requests[0];
        throw new FakeVerificationException(
            requests.Count + dropped == 1
                ? $"{Operation} was called once, and the request is not remembered"
                : $"{Operation} was called {Times(requests.Count + dropped)}, not once",
            history);
    }

    internal ResponseScript Script { get; }

    /// <summary>
    /// Responds with these responses, one for each request. They replace all responses that were chosen before. The last response is repeated.
    /// </summary>
    /// <param name="responses">The responses; empty: the responses that the reference documents.</param>
    /// <exception cref="ArgumentNullException"><paramref name="responses"/> or one of them is null.</exception>
    public void RespondWith(params IEnumerable<FakeResponse> responses)
    {
        ArgumentNullException.ThrowIfNull(responses);
        var all = responses.ToList();
        all.ForEach(static response => ArgumentNullException.ThrowIfNull(response));
        Script.Clear();
        foreach (var response in all)
            Script.Add(_ => response);
    }

    /// <summary>Responds as the reference documents, and drops all responses that were chosen before.</summary>
    public void Reset() => Script.Clear();

    /// <summary>The operation's name.</summary>
    public override string ToString() => Operation.ToString();

    private static string Times(int count) => count switch { 0 => "never", 2 => "twice", _ => $"{count} times" };
}

/// <summary>The requests of a fake.</summary>
internal interface IFakeRequests
{
    RequestHistory History { get; }

    /// <summary>The zone of dates and times without one; null: the zone of the specs, or UTC.</summary>
    TimeZoneInfo? TimeZone { get; }
}
