using ApiSpec.Testing.Responses;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Gates;

/// <summary>Decides who is let in to the operations. This one lets everybody in.</summary>
internal class Gate
{
    /// <summary>What those who are not let in are told, where the reference has no words for it.</summary>
    public virtual string Demand => "A login is needed.";

    public virtual Admission Admit(ReceivedRequest request, StubOperation? operation) => Admission.Passed;

    /// <summary>The answer as it goes out: with what a login hands out.</summary>
    public virtual StubResponse Complete(StubResponse reply, StubOperation? operation, Admission admission) => reply;

    /// <summary>A refusal that says what is asked for (RFC 9110, section 11.6.1).</summary>
    public virtual StubResponse Challenge(StubResponse refusal) => refusal;

    /// <summary>Forgets who has logged in.</summary>
    public virtual void ExpireSessions()
    {
    }
}

/// <summary>What became of a caller at the gate.</summary>
internal enum Admission
{
    Refused,
    Passed,

    /// <summary>Passed with a password, where a token is handed out for it.</summary>
    LoggedIn,
}
