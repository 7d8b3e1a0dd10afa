using System.ComponentModel;
using System.Net.Http.Headers;
using ApiSpec.Observability;
using ApiSpec.Transport;

namespace ApiSpec.Generated;

/// <summary>Sends the requests of a client and reads the responses. For generated code.</summary>
/// <remarks>
/// The asynchronous methods have reference types only as type arguments, so that all operations share their compiled code. Statuses and bodies are
/// handled by the call, which is an object.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ApiConnection : IDisposable
{
    private readonly ApiTransport _transport;
    private readonly bool _ownsTransport;
    private readonly string _baseAddress;
    private readonly ConnectionSettings _settings;
    private readonly KeyValuePair<string, string>[] _headers;
    private readonly bool _hasAccept;
    private readonly bool _refusesSecrets;
    private readonly CallObserver? _observer;

    private ApiConnection(ApiDescription api, ApiTransport transport, bool ownsTransport, string baseAddress, ConnectionSettings settings)
    {
        Api = api;
        _transport = transport;
        _ownsTransport = ownsTransport;
        _baseAddress = baseAddress;
        _settings = settings;
        _headers = settings.AllHeaders();
        foreach (var header in _headers)
            _hasAccept |= header.Key.Equals("Accept", StringComparison.OrdinalIgnoreCase);
        _refusesSecrets = settings.RefusesSecrets(baseAddress);
        _observer = CallObserver.Create(settings.Log, settings.TimeProvider, baseAddress);
    }

    /// <summary>The API that is called.</summary>
    public ApiDescription Api { get; }

    /// <summary>The edition that the options name; null when they name none.</summary>
    public string? Edition => _settings.Edition;

    /// <summary>The zone of dates and times without one that the options name; null when they name none.</summary>
    public TimeZoneInfo? TimeZone => _settings.TimeZone;

    /// <summary>Makes a connection with a separate transport, or with the handler that the options give.</summary>
    /// <param name="api">The API.</param>
    /// <param name="baseAddress">
    /// The server: absolute, HTTP or HTTPS; a path in it precedes every request's path, but for the <see cref="ApiDescription.BasePath"/> at its end.
    /// </param>
    /// <param name="options">The options; null: the defaults.</param>
    /// <exception cref="ArgumentException">Address or options cannot be used; the message says why.</exception>
    public static ApiConnection Create(ApiDescription api, Uri baseAddress, ApiClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(api);
        options ??= new ApiClientOptions();
        api.Check(options, nameof(options));
        var address = BaseAddress.Normalize(baseAddress, api, nameof(baseAddress));
        var settings = ConnectionSettings.From(options);
        var configures = options.Proxy is not null || options.TrustedCertificateThumbprints is { Count: > 0 };
#if NET8_0_OR_GREATER
        configures |= options.ConfigureHandler is not null;
#endif
        if (options.Handler is not null && configures)
            throw new ArgumentException("Only the client's own handler can be configured; configure yours before you pass it.", nameof(options));
        settings.CheckSecrets(address, nameof(options));
        return new ApiConnection(api, new ApiTransport(options), true, address, settings);
    }

    /// <summary>Makes a connection that sends through an <see cref="HttpClient"/>, which is never disposed.</summary>
    /// <param name="api">The API.</param>
    /// <param name="httpClient">The client; its base address is the server.</param>
    /// <param name="options">The options; null: the defaults.</param>
    /// <exception cref="ArgumentException">Base address or options cannot be used; the message says why.</exception>
    public static ApiConnection Create(ApiDescription api, HttpClient httpClient, ApiClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(httpClient);
        if (httpClient.BaseAddress is null)
            throw new ArgumentException("The HttpClient has no base address.", nameof(httpClient));
        options ??= new ApiClientOptions();
        api.Check(options, nameof(options));
        var address = BaseAddress.Normalize(httpClient.BaseAddress, api, nameof(httpClient));
        var settings = ConnectionSettings.From(options) with { MaxResponseHeaderBytes = null, AcceptsGZip = false };
        var hasHandler = options.Handler is not null;
#if NET8_0_OR_GREATER
        hasHandler |= options.ConfigureHandler is not null;
#endif
        hasHandler |= options.Proxy is not null || options.TrustedCertificateThumbprints is { Count: > 0 };
        if (hasHandler)
            throw new ArgumentException("An HttpClient has its own handler; leave Handler and ConfigureHandler of the options unset.", nameof(options));
        settings.CheckSecrets(address, nameof(options));
        return new ApiConnection(api, new ApiTransport(httpClient), true, address, settings);
    }

    internal static ApiConnection Create(ApiDescription api, Func<HttpClient> httpClients, Uri? baseAddress, ApiClientOptions options, ApiLog log)
    {
        api.Check(options, nameof(options));
        var address = BaseAddress.Normalize(baseAddress, api, nameof(baseAddress));
        // The application decides how often its handlers send a request.
        var settings = ConnectionSettings.From(options, log.Calls) with { Retry = null };
        settings.CheckSecrets(address, nameof(options));
        return new ApiConnection(api, new ApiTransport(httpClients), true, address, settings);
    }

    /// <summary>Makes a variant that shares the transport. Disposing the variant does nothing.</summary>
    /// <param name="options">The options that differ.</param>
    /// <exception cref="ArgumentException">The options cannot be used; the message says why.</exception>
    public ApiConnection With(ApiCallOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var settings = _settings.With(options);
        settings.CheckSecrets(_baseAddress, nameof(options));
        return new ApiConnection(Api, _transport, false, _baseAddress, settings);
    }

    /// <summary>Calls an operation whose success has no body.</summary>
    /// <exception cref="ApiCallException">The call did not succeed.</exception>
    public async Task SendAsync<TResponse>(ApiEmptyCall<TResponse> call, ApiRequest request, CancellationToken cancellationToken)
        where TResponse : ApiResponse
    {
        var response = await SendWithResponseAsync(call, request, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccess)
            throw response.CreateException();
    }

    /// <summary>Calls an operation and returns the body of its success.</summary>
    /// <exception cref="ApiCallException">The call did not succeed.</exception>
    public Task<TBody> SendAsync<TBody, TResponse>(ApiBodyCall<TBody, TResponse> call, ApiRequest request, CancellationToken cancellationToken)
        where TResponse : ApiResponse
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(request);
        return _observer is { IsOn: true } || typeof(TBody).IsValueType
            ? SendWholeAsync(call, request, cancellationToken)
            : CallAsync(call.BodyReader, request, cancellationToken);
    }

    /// <summary>Calls an operation and gives the whole response, whatever its status.</summary>
    /// <exception cref="ApiCallException">There is no response, or a success whose body contradicts the reference.</exception>
    public Task<TResponse> SendWithResponseAsync<TResponse>(ApiCall<TResponse> call, ApiRequest request, CancellationToken cancellationToken)
        where TResponse : ApiResponse
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(request);
        return _observer is { IsOn: true } observer
            ? ObserveAsync(observer, call, request, cancellationToken)
            : CallAsync(call.Reader, request, cancellationToken);
    }

    /// <summary>
    /// Ends calls that are in flight, with <see cref="ApiConnectionException"/>, and the client's own transport. A handler or HttpClient of the user's is left
    /// alone, and so is everything when this is a variant.
    /// </summary>
    public void Dispose()
    {
        if (_ownsTransport)
            _transport.Dispose();
    }

    /// <summary>As <see cref="CallAsync"/>, with traces, metrics and logs.</summary>
    private async Task<TResponse> ObserveAsync<TResponse>(
        CallObserver observer, ApiCall<TResponse> call, ApiRequest request, CancellationToken cancellationToken)
        where TResponse : ApiResponse
    {
        var observed = observer.Begin(call.Operation, request);
        try
        {
            var response = await CallAsync(call.Reader, request, cancellationToken).ConfigureAwait(false);
            observed.End(response);
            return response;
        }
        catch (Exception exception)
        {
            observed.End(exception, cancellationToken);
            throw;
        }
    }

    /// <summary>
    /// Returns the body of a success through the whole response: for listeners, and if a separate method would have to be compiled for the body.
    /// </summary>
    private async Task<TBody> SendWholeAsync<TBody, TResponse>(ApiBodyCall<TBody, TResponse> call, ApiRequest request, CancellationToken cancellationToken)
        where TResponse : ApiResponse
    {
        var response = await SendWithResponseAsync(call, request, cancellationToken).ConfigureAwait(false);
        return response.IsSuccess ? call.EnsureSuccess(response) : throw response.CreateException();
    }

    private async Task<T> CallAsync<T>(ResponseReader<T> reader, ApiRequest request, CancellationToken cancellationToken)
    {
        T? result;
        Exception? failure;
        HttpResponseMessage? response = null;
        CallDeadline? deadline = null;
        ReceivedBody? body = null;
        ResponseStream? stream = null;
        var inTransport = false;
        try
        {
            ObjectDisposedException.ThrowIf(_transport.IsDisposed, this);
            cancellationToken.ThrowIfCancellationRequested();
            deadline = _transport.Deadlines.Start(_settings.Timeout, _settings.TimeProvider, cancellationToken);

            for (var isFirst = true; ; isFirst = false)
            {
                var usesCredential = Prepare(request, reader.Accept);
                if (usesCredential)
                    await _settings.Credential.ApplyAsync(request, deadline.Token).ConfigureAwait(false);
                var mayRepeat = isFirst && usesCredential && request.CanRepeat;
                inTransport = true;
                var sending = _settings.Retry is { } retry
                    ? retry.SendAsync(_transport, _settings, request, deadline.Token)
                    : _transport.SendAsync(request, deadline.Token);
                response = await sending.ConfigureAwait(false);
                inTransport = false;

                // Handlers can have sent another request, or not reported it. The credential receives the request that it completed.
                response.RequestMessage = request;
                if (!(usesCredential && await _settings.Credential.OnResponseAsync(response, deadline.Token).ConfigureAwait(false)) || !mayRepeat)
                {
                    var expiry = isFirst && usesCredential ? _settings.Credential.ExpiryFor(reader.Operation) : null;
                    inTransport = true;
                    if (reader.Streaming is { } streaming && streaming.MayHaveBodyOfSuccess(reader.Operation, response))
                    {
                        stream = await streaming.OpenAsync(reader.Operation, response, _settings, _transport.Deadlines, deadline.Token).ConfigureAwait(false);
                        if (stream is not null && (reader.Operation.Outcomes is { DecideSuccess: true } || expiry is not null))
                            body = await streaming.PeekAsync(reader.Operation, stream, response, _settings, deadline.Token).ConfigureAwait(false);
                    }
                    else
                    {
                        body = deadline.Body;
                        await ReadBodyAsync(reader.Operation, reader.ReadsBody, expiry is not null, response, body, deadline.Token).ConfigureAwait(false);
                    }

                    inTransport = false;
                    if (body is not null)
                        reader.Operation.JsonPrefix?.Remove(body);
                    // A request that cannot be sent again, for example with a file, still shows the next call that the token is no longer valid.
                    if (expiry is null || !ReceivedResponse.SaysExpired(reader.Operation, (int)response.StatusCode, body, expiry, _settings))
                        break;
                    _settings.Credential.Expire(request);
                    if (!mayRepeat)
                        break;
                    body?.Dispose();
                    body = null;
                    stream?.Dispose();
                    stream = null;
                }

                response.Dispose();
                response = null;
                request.Progress?.RenewsSession();
                var repeated = request.Copy();
                repeated.Continue(request);
                request.Dispose();
                request = repeated;
            }

            result = Read(reader, response, body, stream, deadline.Token, out failure, out var isHandedOver);
            if (stream is not null && failure is null && isHandedOver)
                (response, stream) = (null, null);
        }
        catch (Exception exception) when (Translate(
            exception, reader.Operation, deadline, inTransport, response is not null, cancellationToken) is { } translated)
        {
            throw translated;
        }
        finally
        {
            body?.Dispose();
            stream?.Dispose();
            response?.Dispose();
            request.Dispose();
            deadline?.Dispose();
        }

        // Thrown here, because the cost of an exception grows with the number of methods that it passes.
        return failure is null ? result! : throw failure;
    }

    /// <summary>Completes a request, except for its credential and the headers of the transport. Returns whether it gets the credential.</summary>
    private bool Prepare(ApiRequest request, string accept)
    {
        if (_settings.Edition is { } edition)
            request.CheckEdition(edition);
        request.Address(_baseAddress, _settings.Query);
        var headers = request.Headers;
        if (request.HasOwnHeaders)
        {
            foreach (var header in _headers)
                AddMissing(headers, header.Key, header.Value);
            AddMissing(headers, "Accept", accept);
        }
        else
        {
            foreach (var header in _headers)
                headers.TryAddWithoutValidation(header.Key, header.Value);
            if (!_hasAccept)
                headers.TryAddWithoutValidation("Accept", accept);
        }

        if (_refusesSecrets)
            RefuseSecrets(request);
        return !request.Operation.IsAnonymous && !ReferenceEquals(_settings.Credential, ApiCredential.None) && !headers.Contains("Authorization");
    }

    private static void RefuseSecrets(ApiRequest request)
    {
#if NET8_0_OR_GREATER
        // Only the names are needed: the other enumerator parses each value.
        foreach (var header in request.Headers.NonValidated)
#else
        foreach (var header in request.Headers)
#endif
        {
            if (HeaderRules.IsSecret(header.Key))
                throw new ApiInsecureConnectionException(request.Operation);
        }
    }

    private static void AddMissing(HttpRequestHeaders headers, string name, string value)
    {
        if (!headers.Contains(name))
            headers.TryAddWithoutValidation(name, value);
    }

    private T? Read<T>(
        ResponseReader<T> reader, HttpResponseMessage response, ReceivedBody? body, ResponseStream? stream, CancellationToken cancellationToken,
            out Exception? failure, out bool isHandedOver)
    {
        var mayBeAnything = reader.MayBeAnything((int)response.StatusCode);
        var received = new ReceivedResponse(reader.Operation, response, body, _settings, stream, mayBeAnything, cancellationToken);
        isHandedOver = received.Stream is not null;
        if (mayBeAnything && received.UnknownSuccess is { } violation)
            throw received.CreateContractException(violation);
        ReportUndocumented(reader.Operation, in received);
        return reader.Read(in received, out failure);
    }

    private void ReportUndocumented(ApiOperation operation, in ReceivedResponse received)
    {
        // The usual case: a row of the reference, without an error code in the body.
        if (received.Ending is ApiStatus)
            return;
        if (received.Meaning is null && !operation.HasOpenStatuses && received.IsSuccess == ReceivedResponse.IsResult(null, received.StatusCode))
            _settings.Drift?.ReportStatus(operation, received.StatusCode);
        if ((received.Ending as StatedOutcome)?.ErrorCode is { } error && operation.ListsErrorCodes && !operation.Lists(error))
            _settings.Drift?.ReportErrorCode(operation, received.StatusCode, operation.Outcomes!.ErrorCodePath!, error, received.Request);
    }
}
