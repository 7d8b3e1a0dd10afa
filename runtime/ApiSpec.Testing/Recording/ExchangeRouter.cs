using ApiSpec.Testing.Loading;
using ApiSpec.Testing.Responses;

namespace ApiSpec.Testing.Recording;

/// <summary>Finds the operation of a request. The server can be behind a proxy that puts a path before all others.</summary>
internal sealed class ExchangeRouter(IEnumerable<StubApi> apis)
{
    private const int MostPrefixes = 20;

    private readonly OperationRouter _router = new(apis);

    /// <summary>The operation, and the path and query that the reference describes; null: no operation has the path.</summary>
    public (StubOperation Operation, string Target)? Find(string method, Uri url, IReadOnlyList<KeyValuePair<string, string>> headers, byte[]? body)
    {
        var target = url.PathAndQuery;
        var end = target.IndexOf('?', StringComparison.Ordinal) is >= 0 and var question ? question : target.Length;
        var origin = new Uri(url.GetLeftPart(UriPartial.Authority));
        var start = 0;
        for (var prefixes = 0; start >= 0 && prefixes < MostPrefixes; prefixes++)
        {
            var request = new ReceivedRequest(method, target[start..], origin, FieldCollection.Headers(headers), body);
            if (_router.Find(request).Operation is { } operation)
                return (operation, request.Target);
            start = start + 1 < end ? target.IndexOf('/', start + 1, end - start - 1) : -1;
        }

        return null;
    }
}
