using ApiSpec;
using Hitachi.JP1.AutomaticOperation;
using Microsoft.AspNetCore.Diagnostics;
using Polly;

namespace FailedTasksApi;

/// <summary>Turns a failed call into a problem (RFC 9457) with the reference's description of the status.</summary>
internal sealed class CallProblems(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (StatusOf(exception) is not { } status)
            return false;
        httpContext.Response.StatusCode = status;
        var problem = new ProblemDetailsContext { HttpContext = httpContext, Exception = exception, ProblemDetails = { Status = status } };
        if (exception is ApiException { Meaning.Description: { } meaning })
            problem.ProblemDetails.Detail = meaning;
        if (exception is ApiException<ErrorInfo> { Error: { } error })
            problem.ProblemDetails.Extensions["messageID"] = error.MessageID;
        return await problems.TryWriteAsync(problem);
    }

    // A caller of this application can do something about 404 and 409. Any other failure is between this application and its server.
    private static int? StatusOf(Exception exception) => exception switch
    {
        ApiException { StatusCode: StatusCodes.Status404NotFound or StatusCodes.Status409Conflict } failure => failure.StatusCode,
        ApiException { StatusCode: StatusCodes.Status412PreconditionFailed } => StatusCodes.Status503ServiceUnavailable,
        ApiTimeoutException => StatusCodes.Status504GatewayTimeout,
        ApiConnectionException or ExecutionRejectedException => StatusCodes.Status503ServiceUnavailable,
        ApiCallException => StatusCodes.Status502BadGateway,
        _ => null,
    };
}
