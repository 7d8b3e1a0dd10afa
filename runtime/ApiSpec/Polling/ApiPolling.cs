namespace ApiSpec;

/// <summary>Repeats a call until its result meets a condition, such as until a job has ended.</summary>
/// <remarks>
/// Some failures do not end the wait. For an idempotent operation, these are a lost response and a transient status. For any operation, they include a status
/// that the reference itself calls transient. The rules are those of <see cref="ApiRequest.ShouldRetry"/>, and
/// <see cref="ApiPollingOptions.MaxConsecutiveFailures"/> limits the number of failures.
/// </remarks>
public static class ApiPolling
{
    /// <summary>Repeats a call until its result meets a condition. The first call is made at once.</summary>
    /// <param name="get">Makes the call, such as <c>token => client.Tasks.GetAsync(2026, token)</c>. An exception that is not tolerated ends the wait.</param>
    /// <param name="isDone">Whether a result meets the condition.</param>
    /// <param name="options">How to wait; null: the defaults.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The result that meets the condition.</returns>
    /// <remarks>
    /// If the result is an <see cref="ApiResponse"/>, or the failure has one, the next call is made no sooner than its <c>Retry-After</c> header says (RFC
    /// 9110, section 10.2.3).
    /// </remarks>
    /// <typeparam name="T">The result of the call.</typeparam>
    /// <exception cref="ArgumentException">An option cannot be used.</exception>
    /// <exception cref="ApiPollingTimeoutException">The timeout of the options has passed. A call that was being made is cancelled.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Task<T> UntilAsync<T>(
        Func<CancellationToken, Task<T>> get,
        Func<T, bool> isDone,
        ApiPollingOptions? options = null,
        CancellationToken cancellationToken = default)
        => UntilAsync(get, isDone, options, null, cancellationToken);

    /// <summary>Repeats a call until its result meets a condition, and reports each result. The first call is made at once.</summary>
    /// <param name="get">Makes the call, such as <c>token => client.Tasks.GetAsync(2026, token)</c>. An exception that is not tolerated ends the wait.</param>
    /// <param name="isDone">Whether a result meets the condition.</param>
    /// <param name="options">How to wait; null: the defaults.</param>
    /// <param name="progress">Receives every result, including the last one; null: not reported.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <inheritdoc
    ///     cref="UntilAsync{T}(Func{CancellationToken, Task{T}}, Func{T, bool}, ApiPollingOptions?, CancellationToken)"
    ///     path="/returns | /remarks | /typeparam | /exception"/>
    public static Task<T> UntilAsync<T>(
        Func<CancellationToken, Task<T>> get,
        Func<T, bool> isDone,
        ApiPollingOptions? options,
        IProgress<T>? progress,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(get);
        ArgumentNullException.ThrowIfNull(isDone);
        return PollingLoop.RunAsync(
            get, isDone, static result => result as ApiResponse, static result => result, options, progress is null ? null : progress.Report,
            cancellationToken);
    }
}
