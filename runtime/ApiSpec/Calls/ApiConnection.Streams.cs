using System.Runtime.CompilerServices;
using ApiSpec.Json;
using ApiSpec.Transport;

namespace ApiSpec.Generated;

public sealed partial class ApiConnection
{
    /// <summary>
    /// Calls an operation and returns the elements of one array of its success while they arrive, so that a response of any length takes the memory of one
    /// element.
    /// Other members are skipped. The request is sent when enumeration starts, and again when it starts again; breaking off ends the response.
    /// </summary>
    /// <remarks>
    /// The timeout covers everything up to the headers; after that, <see cref="ApiClientOptions.ReadTimeout"/> limits every read of the body.
    /// <see cref="ApiClientOptions.MaxResponseBytes"/> limits each element, not the whole.
    /// </remarks>
    /// <param name="call">The call, whose success is a JSON object.</param>
    /// <param name="request">The request. It can hold no file.</param>
    /// <param name="member">The member of the object that is the array.</param>
    /// <param name="item">The contract of the elements.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="ApiCallException">Thrown by the enumeration: the call did not succeed, or the body broke off or contradicts the reference.</exception>
    public IAsyncEnumerable<T> EnumerateAsync<T, TResponse>(
        ApiCall<TResponse> call,
        ApiRequest request,
        string member,
        ApiJson<T> item,
        CancellationToken cancellationToken)
        where TResponse : ApiResponse
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrEmpty(member);
        ArgumentNullException.ThrowIfNull(item);
        return ReadElementsAsync(new ApiElementsCall<TResponse>(call), request, member, item, cancellationToken);
    }

    private async IAsyncEnumerable<T> ReadElementsAsync<T>(
        ApiCall<StreamedResponse> call,
        ApiRequest request,
        string member,
        ApiJson<T> item,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await SendWithResponseAsync(call, request.Copy(), cancellationToken).ConfigureAwait(false);
        if (response.Stream is not { } stream)
            yield break;
        using var scanner = new JsonArrayScanner(member, _settings.MaxJsonDepth, _settings.MaxResponseBytes);
        var elements = new ElementReader<T>(response, stream, scanner, item, _settings);
        while (await elements.ReadAsync(cancellationToken).ConfigureAwait(false))
            yield return elements.Current!;
    }
}
