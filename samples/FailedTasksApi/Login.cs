namespace FailedTasksApi;

/// <summary>The user that the application logs in as.</summary>
/// <param name="User">The user name.</param>
/// <param name="Password">The password.</param>
internal sealed record Login(string User, string Password)
{
    /// <summary>The user of the reference's usage examples, whom the embedded server knows.</summary>
    public static Login OfExamples { get; } = new("system", "manager");
}
