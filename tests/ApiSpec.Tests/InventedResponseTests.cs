using ApiSpec.Tests.Sample;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>Responses that stand-ins for a client create without a server behave like responses of a server.</summary>
public sealed class InventedResponseTests
{
    [Fact]
    public void A_success_has_its_body_status_and_headers()
    {
        var body = new ActionObject { Name = "n" };
        var response = ApiResponse<ActionObject, ErrorInfo, TaskStatusCode>.Success(
            SampleApi.GetRerunStart,
            TaskStatusCode.Ok,
            body,
            new Dictionary<string, string> { ["Location"] = "/there", ["Content-Type"] = "application/json" });
        Assert.Same(body, response.EnsureSuccess());
        Assert.Same(body, response.Body);
        Assert.True(response.IsSuccess);
        Assert.Equal(TaskStatusCode.Ok, response.Status);
        Assert.Equal("OK", response.Meaning!.Message);
        Assert.Equal("/there", response.Headers["location"]);
        Assert.Equal("application/json", response.Headers["content-type"]);
        Assert.Null(response.Error);
        Assert.Null(response.RawBody);
    }

    [Fact]
    public void A_failure_throws_what_a_real_one_throws()
    {
        var error = new ErrorInfo { MessageID = "KNAE07001-E" };
        var response = ApiResponse<ActionObject, ErrorInfo, TaskStatusCode>.Failure(SampleApi.GetRerunStart, TaskStatusCode.NotFound, error);
        var exception = Assert.Throws<ApiException<ErrorInfo>>(() => response.EnsureSuccess());
        Assert.Same(error, exception.Error);
        Assert.True(exception.Is(TaskStatusCode.NotFound));
        Assert.Same(response, exception.Response);
        Assert.Null(response.Body);
    }

    [Fact]
    public void An_undocumented_status_is_possible()
    {
        var response = ApiResponse<ErrorInfo, TaskStatusCode>.Failure(SampleApi.Delete, 418, null);
        Assert.Equal(418, response.StatusCode);
        Assert.Equal(TaskStatusCode.Undocumented, response.Status);
        Assert.NotNull(response.ErrorViolation);
        Assert.Throws<ApiException<ErrorInfo>>(response.EnsureSuccess);
    }

    [Fact]
    public void A_response_without_a_body_is_possible()
    {
        var response = ApiResponse<ErrorInfo, TaskStatusCode>.Success(SampleApi.Delete, TaskStatusCode.SeeOther);
        response.EnsureSuccess();
        Assert.Equal(303, response.StatusCode);
        Assert.Empty(response.Headers);
    }

    [Fact]
    public void A_raw_body_is_kept_as_such()
    {
        var raw = new ApiRawBody("x"u8);
        Assert.Same(raw, ApiResponse<ApiRawBody, ApiRawBody, TaskStatusCode>.Success(SampleApi.GetRerunStart, 200, raw).RawBody);
        var failure = ApiResponse<ApiRawBody, ApiRawBody, TaskStatusCode>.Failure(SampleApi.GetRerunStart, 500, raw);
        Assert.Same(raw, failure.RawBody);
        Assert.Same(raw, failure.Error);
    }

    [Fact]
    public async Task A_download_is_possible()
    {
        var download = new ApiDownload(new MemoryStream("abc"u8.ToArray()), "a.txt", "text/plain", 3);
        await using (var response = ApiDownloadResponse<ErrorInfo, TaskStatusCode>.Success(SampleApi.GetRerunStart, TaskStatusCode.Ok, download))
            Assert.Same(download, response.EnsureSuccess());
        Assert.False(download.Content.CanRead);

        using var failure = ApiDownloadResponse<ErrorInfo, TaskStatusCode>.Failure(SampleApi.GetRerunStart, TaskStatusCode.NotFound, new ErrorInfo());
        Assert.Throws<ApiException<ErrorInfo>>(failure.EnsureSuccess);
    }

    [Fact]
    public void A_status_must_be_what_it_is_said_to_be()
    {
        Assert.Throws<ArgumentException>(() => ApiResponse<ErrorInfo, TaskStatusCode>.Success(SampleApi.Delete, TaskStatusCode.NotFound));
        Assert.Throws<ArgumentException>(() => ApiResponse<ErrorInfo, TaskStatusCode>.Failure(SampleApi.Delete, TaskStatusCode.SeeOther, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => ApiResponse<ErrorInfo, TaskStatusCode>.Failure(SampleApi.Delete, TaskStatusCode.Undocumented, null));
        Assert.Throws<ArgumentNullException>(
            () => ApiResponse<ActionObject, ErrorInfo, TaskStatusCode>.Success(SampleApi.GetRerunStart, TaskStatusCode.Ok, null!));
    }
}
