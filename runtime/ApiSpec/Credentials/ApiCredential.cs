using ApiSpec.Credentials;
using ApiSpec.Generated;

namespace ApiSpec;

/// <summary>Identifies the caller to a server. Several calls can use one instance at the same time.</summary>
public abstract class ApiCredential
{
    /// <summary>No credential.</summary>
    public static ApiCredential None { get; } = new NoCredential();

    /// <summary>Returns a credential that chooses one for each operation, if the reference requires different ones.</summary>
    /// <param name="choose">Returns the credential for an operation; <see cref="None"/>: it takes none.</param>
    public static ApiCredential PerOperation(Func<ApiOperation, ApiCredential> choose)
    {
        ArgumentNullException.ThrowIfNull(choose);
        return new ChosenCredential(choose);
    }

    /// <summary>The fields that requests have; null: unknown.</summary>
    internal virtual IReadOnlyList<ApiCredentialField>? Fields => null;

    /// <summary>Adds the credential to a request. Called for every request that is sent.</summary>
    /// <param name="request">The request, complete except for the credential.</param>
    /// <param name="cancellationToken">Is cancelled with the call, including by its timeout.</param>
    protected internal abstract ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken);

    /// <summary>Receives a response before its body is read, for example to keep a token that it issues.</summary>
    /// <param name="response">The response; its RequestMessage is the request as <see cref="ApplyAsync"/> left it.</param>
    /// <param name="cancellationToken">Is cancelled with the call, including by its timeout.</param>
    /// <returns>True to drop the response and send the request again: at most once per call, and not with a file whose stream cannot seek.</returns>
    protected internal virtual ValueTask<bool> OnResponseAsync(HttpResponseMessage response, CancellationToken cancellationToken) => default;

    /// <summary>The condition on the body of a failure that means an expired secret. Null: no body is read.</summary>
    /// <param name="operation">The operation that is called.</param>
    internal virtual BodyExpiry? ExpiryFor(ApiOperation operation) => null;

    /// <summary>Forgets the secret that a request has used, because the body of the response says that it has expired.</summary>
    internal virtual void Expire(HttpRequestMessage request)
    {
    }

    /// <summary>The kind of credential, never its secret.</summary>
    public override string ToString() => GetType().Name;

    private sealed class ChosenCredential(Func<ApiOperation, ApiCredential> choose) : ApiCredential
    {
        protected internal override ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Choose(request).ApplyAsync(request, cancellationToken);

        protected internal override ValueTask<bool> OnResponseAsync(HttpResponseMessage response, CancellationToken cancellationToken)
            => response.RequestMessage is { } request ? Choose(request).OnResponseAsync(response, cancellationToken) : new ValueTask<bool>(false);

        internal override BodyExpiry? ExpiryFor(ApiOperation operation) => choose(operation)?.ExpiryFor(operation);

        internal override void Expire(HttpRequestMessage request) => Choose(request).Expire(request);

        private ApiCredential Choose(HttpRequestMessage request)
            => (request is ApiRequest own ? choose(own.Operation) : null)
                ?? throw new InvalidOperationException("The function returned no credential; return ApiCredential.None for an operation without one.");
    }

    private sealed class NoCredential : ApiCredential
    {
        public override string ToString() => "None";

        protected internal override ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken) => default;
    }
}
