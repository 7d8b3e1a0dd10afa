namespace ApiSpec.Generated;

public sealed partial class ApiConnection
{
    /// <summary>Reads an action object and carries the action out, which returns a body.</summary>
    /// <param name="change">Returns the action object to send; null: the one that was read.</param>
    /// <param name="read">The call that returns the action object.</param>
    /// <param name="request">Its request.</param>
    /// <param name="call">The call that carries the action out.</param>
    /// <param name="follow">Makes its request of the action object.</param>
    /// <param name="cancellationToken">Ends both calls.</param>
    /// <exception cref="ApiCallException">One of the calls did not succeed.</exception>
    public async Task<TBody> InvokeAsync<TAction, TRead, TBody, TResponse>(
        Func<TAction, TAction>? change,
        ApiBodyCall<TAction, TRead> read,
        ApiRequest request,
        ApiBodyCall<TBody, TResponse> call,
        Func<TAction, ApiRequest> follow,
        CancellationToken cancellationToken)
        where TRead : ApiResponse
        where TResponse : ApiResponse
    {
        ArgumentNullException.ThrowIfNull(follow);
        var action = await SendAsync(read, request, cancellationToken).ConfigureAwait(false);
        return await SendAsync(call, follow(change is null ? action : change(action)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads an action object and carries the action out, which returns no body.</summary>
    /// <inheritdoc cref="InvokeAsync{TAction, TRead, TBody, TResponse}" path="/param | /exception"/>
    public async Task InvokeAsync<TAction, TRead, TResponse>(
        Func<TAction, TAction>? change,
        ApiBodyCall<TAction, TRead> read,
        ApiRequest request,
        ApiEmptyCall<TResponse> call,
        Func<TAction, ApiRequest> follow,
        CancellationToken cancellationToken)
        where TRead : ApiResponse
        where TResponse : ApiResponse
    {
        ArgumentNullException.ThrowIfNull(follow);
        var action = await SendAsync(read, request, cancellationToken).ConfigureAwait(false);
        await SendAsync(call, follow(change is null ? action : change(action)), cancellationToken).ConfigureAwait(false);
    }
}
