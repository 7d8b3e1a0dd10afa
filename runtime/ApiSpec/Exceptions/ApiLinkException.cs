namespace ApiSpec;

/// <summary>A link in a response does not point to the documented operation. No request was sent.</summary>
/// <remarks>The message explains the violation but does not repeat the link, because it is text of the server.</remarks>
public sealed class ApiLinkException : ApiCallException
{
    /// <summary>Creates the exception, for test doubles of the client.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="member">The member that holds the link.</param>
    /// <param name="problem">The violation, as the end of a sentence without its full stop.</param>
    /// <exception cref="ArgumentNullException"><paramref name="operation"/> is null.</exception>
    public ApiLinkException(ApiOperation operation, string member, string problem)
        : base(operation, operation + " cannot be called through the link in '" + member + "': " + problem + ".", null)
        => Member = member;

    /// <summary>The member that holds the link.</summary>
    public string Member { get; }
}
