namespace ApiSpec;

/// <summary>A link in a server's reply is not one to the operation that the reference says it leads to. Nothing was sent.</summary>
/// <remarks>The message says what is wrong with the link but does not repeat it: it is text from outside.</remarks>
public sealed class ApiLinkException : ApiCallException
{
    internal ApiLinkException(ApiOperation operation, string member, string problem)
        : base(operation, operation + " cannot be called through the link in '" + member + "': " + problem + ".", null)
        => Member = member;

    /// <summary>The member that holds the link.</summary>
    public string Member { get; }
}
