using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>The server responded with a failure.</summary>
public class ApiException : ApiCallException
{
    private string? _message;

    private protected ApiException(ApiResponse response, ApiRawBody? rawBody)
        : base(response.Operation, null, null)
    {
        Response = response;
        RawBody = rawBody;
    }

    /// <summary>
    /// Operation and status with their meaning in the reference, the error code and the text of the error in the body, and for 401, 403 and 404 the roles that
    /// can call the operation.
    /// </summary>
    /// <remarks>
    /// The message has no secret: it shows neither a member that is <c>secret</c> in the spec nor a part of a credential, and no text of the server if a value
    /// in
    /// the path, the query or the body of the request is secret. The text is cut to 300 characters of one line; <see cref="ErrorMessage"/> has the whole text.
    /// </remarks>
    // Created on demand, because many failures are expected, and only their status is used.
    public override string Message => _message ??= Describe(Response);

    /// <summary>The whole response.</summary>
    public ApiResponse Response { get; }

    /// <summary>The HTTP status code.</summary>
    public int StatusCode => Response.StatusCode;

    /// <summary>The printed description of the status, or null if the operation does not list it.</summary>
    public ApiStatus? Meaning => Response.Meaning;

    /// <inheritdoc cref="ApiResponse.ErrorCode"/>
    public string? ErrorCode => Response.ErrorCode;

    /// <inheritdoc cref="ApiResponse.ErrorMessage"/>
    public string? ErrorMessage => Response.ErrorMessage;

    /// <inheritdoc cref="ApiResponse.IsTransient"/>
    public bool IsTransient => Response.IsTransient;

    /// <summary>The body unchanged.</summary>
    public ApiRawBody? RawBody { get; }

    /// <summary>The body, with its documented type: the error body of the API, or the body of this status.</summary>
    /// <param name="body">The body; the default of the type when this returns false.</param>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <returns>Whether there is a body that could be read and is of this type.</returns>
    public bool TryGetBody<T>([NotNullWhen(true)] out T? body) => Response.TryGetBody(out body);

    /// <summary>Whether the operation has this enumeration of statuses and the response has this status.</summary>
    /// <remarks>Each operation has its own enumeration. With that of another operation the result is always false, even if both list the status code.</remarks>
    /// <param name="status">A status, such as <c>TasksGetRerunStartStatus.NotFound</c>; the member with the value 0 stands for one that the reference does not
    /// list.</param>
    /// <typeparam name="TStatus">The enumeration of one operation's statuses.</typeparam>
    public bool Is<TStatus>(TStatus status)
        where TStatus : struct, Enum
        => Response is IApiStatusHolder<TStatus> holder && EqualityComparer<TStatus>.Default.Equals(holder.Status, status);

    /// <summary>Whether the response has this HTTP status code, even if the reference does not list the code.</summary>
    /// <param name="statusCode">The status code.</param>
    public bool Is(HttpStatusCode statusCode) => StatusCode == (int)statusCode;

    private static string Describe(ApiResponse response)
    {
        var message = new StringBuilder(DescribeStatus(response));
        var code = response.ShownErrorCode;
        if (code is not null && string.Equals(response.Meaning?.ErrorCode, response.ErrorCode, StringComparison.Ordinal))
            code = null;
        if (ErrorText.Join(code, response.ShownErrorMessage) is { } error)
            AddSentence(message, "The response says: " + error);
        if (response.StatusCode is 401 or 403 or 404 && response.Operation.RoleNames is { Length: > 0 } roles)
            AddSentence(message, (roles.Length == 1 ? "The call needs the role " : "The call needs one of the roles ") + string.Join(", ", roles));
        return message.ToString();
    }

    private static void AddSentence(StringBuilder message, string sentence)
    {
        message.Append(IsEnd(message[message.Length - 1]) ? " " : ". ").Append(sentence);
        if (!IsEnd(sentence[sentence.Length - 1]))
            message.Append('.');
    }

    private static bool IsEnd(char value) => value is '.' or '!' or '?' or '…' or '。';

    private static string DescribeStatus(ApiResponse response)
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

/// <summary>The server responded with a failure, and the reference describes the body of failures.</summary>
/// <typeparam name="TError">The body of failures.</typeparam>
public sealed class ApiException<TError> : ApiException
    where TError : class
{
    internal ApiException(ApiResponse response, ApiRawBody? rawBody, TError? error)
        : base(response, rawBody)
        => Error = error;

    /// <summary>
    /// The body; null if nothing in it fits the reference, see <see cref="ApiException.RawBody"/>, and if the reference gives the status a separate body, see
    /// <see cref="ApiException.TryGetBody{T}"/>.
    /// </summary>
    /// <remarks>If the body contradicts the reference, this holds what fits: a member that is missing, null or of another type has the default of its
    /// type.</remarks>
    public TError? Error { get; }
}
