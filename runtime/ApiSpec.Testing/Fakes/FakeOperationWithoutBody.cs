using ApiSpec.Testing.Answers;

namespace ApiSpec.Testing;

/// <summary>An operation of a fake whose success has no body.</summary>
/// <typeparam name="TError">The API's error body; bytes when it has none.</typeparam>
/// <typeparam name="TStatus">The status codes that the reference lists for the operation.</typeparam>
public sealed class FakeOperation<TError, TStatus> : FakeAnswers<FakeOperation<TError, TStatus>, TError, TStatus>
    where TStatus : struct, Enum
{
    internal FakeOperation(ApiOperation operation, IFakeRequests requests, AnswerScript script, FakeBody<TError> error)
        : base(operation, requests, script, error)
    {
    }
}
