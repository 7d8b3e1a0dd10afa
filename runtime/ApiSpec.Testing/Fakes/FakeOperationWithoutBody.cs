using ApiSpec.Testing.Responses;

namespace ApiSpec.Testing;

/// <summary>An operation of a fake whose success has no body.</summary>
/// <typeparam name="TError">The error body of the API, or bytes if it has no error body.</typeparam>
/// <typeparam name="TStatus">The status codes that the reference lists for the operation.</typeparam>
public sealed class FakeOperation<TError, TStatus> : FakeResponses<FakeOperation<TError, TStatus>, TError, TStatus>
    where TStatus : struct, Enum
{
    internal FakeOperation(ApiOperation operation, IFakeRequests requests, ResponseScript script, FakeBody<TError> error)
        : base(operation, requests, script, error)
    {
    }
}
