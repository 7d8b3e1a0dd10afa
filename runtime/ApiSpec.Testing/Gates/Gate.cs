using ApiSpec.Testing.Responses;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Gates;

/// <summary>Decides which requests are allowed. This one allows all of them.</summary>
internal class Gate
{
    /// <summary>The message for refused callers, if the reference does not have one.</summary>
    public virtual string Demand => "A login is required.";

    public virtual Admission Admit(ReceivedRequest request, StubOperation? operation) => Admission.Passed;

    /// <summary>Returns the response with the values that a login issues.</summary>
    public virtual StubResponse Complete(StubResponse reply, StubOperation? operation, Admission admission) => reply;

    /// <summary>A refusal with a challenge (RFC 9110, section 11.6.1).</summary>
    public virtual StubResponse Challenge(StubResponse refusal) => refusal;

    /// <summary>Ends all sessions.</summary>
    public virtual void ExpireSessions()
    {
    }
}

/// <summary>The result of the check of a caller.</summary>
internal enum Admission
{
    Refused,
    Passed,

    /// <summary>The request had the correct password, so the gate issues a token.</summary>
    LoggedIn,
}
