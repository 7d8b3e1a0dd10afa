using Refit;

namespace ApiSpec.Benchmarks.Peers;

/// <summary>The same operations through Refit, with the JSON code that System.Text.Json generates.</summary>
internal interface IRefitClient
{
    [Get("/Automation/v1/objects/Tasks/{id}/actions/rerunStart")]
    Task<StjAction> GetRerunStartAsync(long id);

    [Get("/Automation/v1/objects/Tasks/{id}/actions/rerunStart")]
    Task<ApiResponse<StjAction>> GetRerunStartWithResponseAsync(long id);

    [Get("/Automation/v1/objects/Tasks")]
    Task<StjTaskPage> ListAsync();

    [Post("/Automation/v1/objects/Services/{id}/actions/submit/invoke")]
    Task<StjResult> SubmitAsync(long id, [Body(buffered: true)] StjSubmission submission);

    static IRefitClient Create(HttpClient client)
        => RestService.For<IRefitClient>(client, new RefitSettings(new SystemTextJsonContentSerializer(StjContext.Default.Options)));
}
