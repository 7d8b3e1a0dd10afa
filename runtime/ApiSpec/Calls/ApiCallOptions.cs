namespace ApiSpec;

/// <summary>What some calls do differently from their client. What is null stays as the client has it.</summary>
public sealed class ApiCallOptions
{
    /// <summary>The Accept-Language header.</summary>
    public string? Language { get; set; }

    /// <summary>How long a call may take; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>How long a read of the body may wait for the next bytes; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan? ReadTimeout { get; set; }

    /// <summary>What proves to the server who is calling; <see cref="ApiCredential.None"/> for nothing.</summary>
    public ApiCredential? Credential { get; set; }

    /// <summary>Headers beyond those of the client; one of the same name replaces the client's.</summary>
    public IDictionary<string, string>? Headers { get; set; }

    /// <summary>
    /// Query parameters that the reference does not show; <c>null</c> (default) for none. A name can occur several times. A name that the request has already is
    /// not sent again. Logs and traces show the parameters with the URL, so they are no place for secrets.
    /// </summary>
    public IEnumerable<KeyValuePair<string, string>>? Query { get; set; }

    /// <summary>
    /// Whether <see cref="ApiResponse.RawBody"/> also has the body of a typed success, as it came. The client keeps it only for other responses, because it costs a copy.
    /// Responses that are read item by item, and downloads, have none.
    /// </summary>
    public bool? KeepRawBody { get; set; }
}
