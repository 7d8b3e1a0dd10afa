namespace ApiSpec.Testing;

/// <summary>What a fake was asked is not what the test expected. The message lists the requests, oldest first.</summary>
public sealed class FakeVerificationException : Exception
{
    internal FakeVerificationException(string what, IReadOnlyList<ReceivedRequest> requests)
        : base(requests.Count == 0
            ? what + ". There were no requests."
            : what + ". The requests were:\n" + string.Join('\n', requests.Select(static request => "  " + request))) => Requests = requests;

    /// <summary>The requests that the fake had answered, oldest first.</summary>
    public IReadOnlyList<ReceivedRequest> Requests { get; }
}
