using ApiSpec.Testing.Responses;

namespace ApiSpec.Testing;

/// <summary>The requests of a fake differ from the expectation of the test. The message lists the requests, oldest first.</summary>
public sealed class FakeVerificationException : Exception
{
    internal FakeVerificationException(string what, RequestHistory history)
        : base($"{what}. {Dropped(history.Dropped)}{List(history)}") => Requests = history.Requests;

    /// <summary>The recorded requests of the fake, oldest first.</summary>
    public IReadOnlyList<ReceivedRequest> Requests { get; }

    private static string Dropped(int count) => count switch
    {
        0 => "",
        1 => "1 older request was dropped; raise FakeOptions.MaxRequests or MaxRequestBytes to see it. ",
        _ => $"{count} older requests were dropped; raise FakeOptions.MaxRequests or MaxRequestBytes to see them. ",
    };

    private static string List(RequestHistory history)
        => history.Requests.Count > 0 ? "The requests were:\n" + string.Join('\n', history.Requests.Select(static request => "  " + request))
            : history.Dropped > 0 ? "No request was recorded."
            : "There were no requests.";
}
