namespace ApiSpec;

/// <summary>A link in a server's reply is not one to the operation that the reference says it leads to. Nothing was sent.</summary>
/// <remarks>The message says what is wrong with the link but does not repeat it: it is text from outside.</remarks>
public sealed class ApiLinkException : ApiCallException
{
    /// <summary>Makes the exception, for a test double that stands in for the client.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="member">The member that holds the link.</param>
    /// <param name="problem">What is wrong with the link, as the end of a sentence without its full stop.</param>
    /// <exception cref="ArgumentNullException"><paramref name="operation"/> is null.</exception>
    public ApiLinkException(ApiOperation operation, string member, string problem)
        : base(operation, operation + " cannot be called through the link in '" + member + "': " + problem + ".", null)
        => Member = member;

    /// <summary>The member that holds the link.</summary>
    public string Member { get; }
}
