namespace ApiSpec;

/// <summary>Something in a response that the reference does not describe: the server has moved on, or the reference was never complete.</summary>
public sealed record ApiDrift
{
    internal ApiDrift(ApiOperation operation, int statusCode, ApiDriftKind kind, string? path, string? value)
    {
        Operation = operation;
        StatusCode = statusCode;
        Kind = kind;
        Path = path;
        Value = value;
    }

    /// <summary>The operation that was called.</summary>
    public ApiOperation Operation { get; }

    /// <summary>The HTTP status code of the response.</summary>
    public int StatusCode { get; }

    /// <summary>The kind of the undocumented element.</summary>
    public ApiDriftKind Kind { get; }

    /// <summary>
    /// The place in the JSON body, such as <c>$.data[].owner</c>, without positions in arrays and cut to a bounded length; null for a status.
    /// It is text of the server without unprintable characters.
    /// </summary>
    public string? Path { get; }

    /// <summary>
    /// The value that the reference does not list, cleaned and cut to a bounded length; null, except for <see cref="ApiDriftKind.EnumValue"/>.
    /// </summary>
    public string? Value { get; }

    /// <summary>
    /// The drift and its position, such as <c>Tasks.GetRerunStart (section 9.6.8) answered 200 with a member that the reference does not describe: $.owner</c>
    /// </summary>
    public override string ToString() => Operation + " answered " + ApiStatus.TextOf(StatusCode) + Kind switch
    {
        ApiDriftKind.Member => " with a member that the reference does not describe: " + Path,
        ApiDriftKind.EnumValue => " with a value that the reference does not list: '" + Value + "' at " + Path,
        _ => ", which the reference does not list",
    };
}
