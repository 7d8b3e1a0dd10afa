using System.Diagnostics.CodeAnalysis;
using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>What a server answered to one call, whatever the status.</summary>
public abstract class ApiResponse
{
    private protected ApiResponse(in ReceivedResponse received)
    {
        Operation = received.Operation;
        StatusCode = received.StatusCode;
        ReasonPhrase = received.ReasonPhrase;
        Headers = received.Headers;
        Meaning = received.Meaning;
        IsSuccess = received.IsSuccess;
    }

    /// <summary>The operation that was called.</summary>
    public ApiOperation Operation { get; }

    /// <summary>The HTTP status code, documented or not.</summary>
    public int StatusCode { get; }

    /// <summary>Whether the call succeeded: the status is 2xx, or the reference lists it as a result.</summary>
    public bool IsSuccess { get; }

    /// <summary>Whether the reference lists the status for this operation.</summary>
    public bool IsDocumented => Meaning is not null;

    /// <summary>What the reference says about the status; null when it does not list it.</summary>
    public ApiStatus? Meaning { get; }

    /// <summary>The reason phrase of the status line; null or empty when the server sent none, as in HTTP/2 and later.</summary>
    public string? ReasonPhrase { get; }

    /// <summary>The headers of the response and of its content.</summary>
    public ApiResponseHeaders Headers { get; }

    /// <summary>The body as it came, for every response that is not a typed success; null otherwise.</summary>
    public ApiRawBody? RawBody { get; private protected set; }

    /// <summary>Returns when the call succeeded.</summary>
    /// <exception cref="ApiException">The status is a failure.</exception>
    public void EnsureSuccess()
    {
        if (!IsSuccess)
            throw CreateException();
    }

    /// <summary>Operation and status, such as <c>Tasks.GetRerunStart (section 9.6.8): 404 Not found</c>; never anything from the body.</summary>
    public override string ToString()
        => Operation + ": " + ApiStatus.TextOf(StatusCode) + (Meaning?.Message is { Length: > 0 } message ? " " + message : "");

    /// <summary>The body, as the type that the reference gives it for the status: that of a result, of a failure, or of this one status.</summary>
    /// <param name="body">The body; the default of the type when this returns false.</param>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <returns>Whether the response has a body that could be read and is of this type.</returns>
    public bool TryGetBody<T>([NotNullWhen(true)] out T? body)
    {
        if (FindBody() is T found)
        {
            body = found;
            return true;
        }

        body = default;
        return false;
    }

    internal abstract ApiException CreateException();

    /// <summary>Whether the reference says that a success comes without the body that others have.</summary>
    internal static bool IsDocumentedWithoutBody(ApiOperation operation, ApiStatus? meaning)
        => meaning is { MayLackBody: true } || operation.Method == HttpMethod.Head;

    /// <summary>Whether a list is empty, as the result without a body says: a redirect does not, it leads elsewhere.</summary>
    internal bool HasNoItems() => MayLackBody && StatusCode < 300;

    private protected bool MayLackBody => IsDocumentedWithoutBody(Operation, Meaning);

    private protected virtual object? FindBody() => null;
}
