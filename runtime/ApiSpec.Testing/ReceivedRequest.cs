using System.Text;

namespace ApiSpec.Testing;

/// <summary>A request that a stub has answered.</summary>
public sealed class ReceivedRequest
{
    internal ReceivedRequest(string method, string target, Uri origin, FieldCollection headers, ReadOnlyMemory<byte> body)
    {
        Method = method;
        Target = target;
        Origin = origin;
        Headers = headers;
        Body = body;
        var question = target.IndexOf('?', StringComparison.Ordinal);
        Path = question < 0 ? target : target[..question];
        Query = Pages.QueryText.Parse(question < 0 ? "" : target[(question + 1)..]);
    }

    /// <summary>The method, in capitals.</summary>
    public string Method { get; }

    /// <summary>Path and query as sent, with everything that was encoded still so.</summary>
    public string Target { get; }

    /// <summary>The path as sent, with everything that was encoded still so.</summary>
    public string Path { get; }

    /// <summary>The query parameters, decoded. One without a value has an empty one.</summary>
    public FieldCollection Query { get; }

    /// <summary>The headers.</summary>
    public FieldCollection Headers { get; }

    /// <summary>The body; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The body as UTF-8 text.</summary>
    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    /// <summary>The operation that the request belongs to; null: none that the specs describe.</summary>
    public string? OperationId { get; internal set; }

    /// <summary>The status code of the answer.</summary>
    public int StatusCode { get; internal set; }

    /// <summary>Scheme, host and port that the client took the stub to have.</summary>
    internal Uri Origin { get; }

    /// <summary>Method and target, and the status code of the answer.</summary>
    public override string ToString() => $"{Method} {Target} -> {StatusCode}";
}
