namespace ApiSpec;

/// <summary>Options of single calls that differ from those of their client. If a property is null, the call uses the value of its client.</summary>
public sealed class ApiCallOptions
{
    /// <summary>The Accept-Language header.</summary>
    public string? Language { get; set; }

    /// <summary>How long a call can take; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>How long a read of the body may wait for the next bytes; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan? ReadTimeout { get; set; }

    /// <summary>The credential of the call; <see cref="ApiCredential.None"/> for no credential.</summary>
    public ApiCredential? Credential { get; set; }

    /// <summary>Additional headers. A header with the name of a client header replaces it.</summary>
    public IDictionary<string, string>? Headers { get; set; }

    /// <summary>
    /// Query parameters that the reference does not show; <c>null</c> (default) for none. A name can occur several times. A name that the request has already
    /// is not sent again. Logs and traces show the parameters with the URL, so do not put secrets into them.
    /// </summary>
    public IEnumerable<KeyValuePair<string, string>>? Query { get; set; }

    /// <summary>
    /// Whether <see cref="ApiResponse.RawBody"/> also has the body of a typed success unchanged. The client keeps it only for other responses, because it costs
    /// a copy.
    /// Responses that are read item by item, and downloads, never have a raw body.
    /// </summary>
    public bool? KeepRawBody { get; set; }
}
