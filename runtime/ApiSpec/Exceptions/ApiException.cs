using System.Diagnostics.CodeAnalysis;
using System.Net;
using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>The server answered with a status that is a failure.</summary>
public class ApiException : ApiCallException
{
    private string? _message;

    private protected ApiException(ApiResponse response, ApiRawBody? rawBody)
        : base(response.Operation, null, null)
    {
        Response = response;
        RawBody = rawBody;
    }

    /// <summary>Operation and status with their meaning in the reference; never anything from the body.</summary>
    // Many a failure is expected, and caught by its status alone.
    public override string Message => _message ??= Describe(Response);

    /// <summary>The whole answer.</summary>
    public ApiResponse Response { get; }

    /// <summary>The HTTP status code.</summary>
    public int StatusCode => Response.StatusCode;

    /// <summary>What the reference says about the status; null when it does not list it for the operation.</summary>
    public ApiStatus? Meaning => Response.Meaning;

    /// <inheritdoc cref="ApiResponse.ErrorCode"/>
    public string? ErrorCode => Response.ErrorCode;

    /// <inheritdoc cref="ApiResponse.ErrorMessage"/>
    public string? ErrorMessage => Response.ErrorMessage;

    /// <inheritdoc cref="ApiResponse.IsTransient"/>
    public bool IsTransient => Response.IsTransient;

    /// <summary>The body as it came.</summary>
    public ApiRawBody? RawBody { get; }

    /// <summary>The body, as the type that the reference gives it for the status: the error body of the API, or that of this one status.</summary>
    /// <param name="body">The body; the default of the type when this returns false.</param>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <returns>Whether there is a body that could be read and is of this type.</returns>
    public bool TryGetBody<T>([NotNullWhen(true)] out T? body) => Response.TryGetBody(out body);

    /// <summary>Whether the operation has this enumeration of statuses and answered with this status.</summary>
    /// <param name="status">A status, such as <c>TasksGetRerunStartStatus.NotFound</c>; the member with the value 0 stands for one that the reference does not list.</param>
    /// <typeparam name="TStatus">The enumeration of one operation's statuses.</typeparam>
    public bool Is<TStatus>(TStatus status)
        where TStatus : struct, Enum
        => Response is IApiStatusHolder<TStatus> holder && EqualityComparer<TStatus>.Default.Equals(holder.Status, status);

    /// <summary>Whether the operation answered with this HTTP status code, whatever the reference says about it.</summary>
    /// <param name="statusCode">The status code.</param>
    public bool Is(HttpStatusCode statusCode) => StatusCode == (int)statusCode;

    private static string Describe(ApiResponse response)
    {
        var answered = response.Operation + " answered " + ApiStatus.TextOf(response.StatusCode);
        if (response.Meaning is null && response.StatusCode is >= 200 and <= 299)
            return answered + ", and the body says that the call failed with an error that the reference does not list.";
        if (response.Meaning is not { } meaning)
        {
            var reason = string.IsNullOrEmpty(response.ReasonPhrase) ? "" : " " + Printable.Clean(response.ReasonPhrase!);
            return answered + reason + ", which the reference does not list.";
        }

        if (meaning.ErrorCode is { } error)
            answered += " with the error " + Printable.Clean(error);
        if (!string.IsNullOrEmpty(meaning.Message))
            answered += " " + meaning.Message;
        return string.IsNullOrEmpty(meaning.Description) ? answered + "." : answered + ": " + meaning.Description;
    }
}

/// <summary>The server answered with a status that is a failure, and the reference describes the body of failures.</summary>
/// <typeparam name="TError">The body of failures.</typeparam>
public sealed class ApiException<TError> : ApiException
    where TError : class
{
    internal ApiException(ApiResponse response, ApiRawBody? rawBody, TError? error)
        : base(response, rawBody)
        => Error = error;

    /// <summary>
    /// The body; null when it could not be read as the reference describes it, see <see cref="ApiException.RawBody"/>, and when the reference gives the status a
    /// body of its own, see <see cref="ApiException.TryGetBody{T}"/>.
    /// </summary>
    public TError? Error { get; }
}
