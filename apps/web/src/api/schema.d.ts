// Written by `npm run api-client` from the description of the API; a test fails when it is stale.

export interface paths {
    "/api/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The process runs
         * @description Needs no sign-in.
         */
        get: operations["Health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The database answers
         * @description Requests can be served. Needs no sign-in.
         */
        get: operations["Health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/api-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The person's API tokens, and what a new one can be good for
         * @description For everybody who is signed in.
         */
        get: operations["Auth_apiTokens"];
        put?: never;
        /**
         * Makes an API token
         * @description It is shown in this answer only. For everybody who is signed in.
         */
        post: operations["Auth_createApiToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/api-tokens/{tokenId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revokes an API token at once
         * @description For everybody who is signed in.
         */
        delete: operations["Auth_revokeApiToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/deputyships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who stands in for the person and for whom the person stands in, today or later
         * @description For everybody who is signed in.
         */
        get: operations["Auth_deputyships"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/language": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Chooses the language of the screens and messages
         * @description For everybody who is signed in.
         */
        post: operations["Auth_chooseLanguage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Takes the browser back: to the application with a session, or to the application’s sign-in with a reason
         * @description Needs no sign-in.
         */
        get: operations["Oidc_callback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sends the browser to the sign-in service
         * @description Needs no sign-in.
         */
        get: operations["Oidc_start"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How one can sign in here
         * @description Needs no sign-in.
         */
        get: operations["Auth_signInOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changes the own password and ends the person's other sessions
         * @description For everybody who is signed in.
         */
        post: operations["Auth_changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The session: the person, the CSRF token, roles and permissions of today
         * @description For everybody who is signed in.
         */
        get: operations["Auth_session"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs in with name, password and, where set up, one-time code
         * @description Sets the cookies `fz_session` and `fz_device`. Needs no sign-in.
         */
        post: operations["Auth_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends this session
         * @description For everybody who is signed in.
         */
        post: operations["Auth_signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begins setting up the one-time code
         * @description It counts once a code has confirmed it. For everybody who is signed in.
         */
        post: operations["Auth_startTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirms the one-time code: from now on it is asked for when signing in
         * @description For everybody who is signed in.
         */
        post: operations["Auth_confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Removes the one-time code
         * @description For everybody who is signed in.
         */
        post: operations["Auth_removeTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/centre/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit log, newest first
         * @description Whoever may read it for the whole centre sees everything, others the events of the clients at which they may. For everybody who is signed in.
         */
        get: operations["Audit_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/centre/audit-log/integrity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the chain of the log stands: the last proof, and its end
         * @description Needs the permission `audit:read` for the whole centre, an API token the scope `audit`.
         */
        get: operations["Audit_integrity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/centre/audit-log/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whom the log may name: people who have or had a role where the reader may read it
         * @description For everybody who is signed in.
         */
        get: operations["Audit_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/centre/audit-log/proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recomputes the whole log and compares
         * @description A day's proof is made by itself. Needs the permission `audit:read` for the whole centre, an API token the scope `audit`.
         */
        post: operations["Audit_prove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/centre/clearing-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits for a decision, the oldest first
         * @description Or what was decided. Needs the permission `clearing:manage` for the whole centre, an API token the scope `deliver`.
         */
        get: operations["Clearing_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/centre/clearing-items/{clearingItemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One file of the list with what it says
         * @description Needs the permission `clearing:manage` for the whole centre, an API token the scope `deliver`.
         */
        get: operations["Clearing_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/centre/clearing-items/{clearingItemId}/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives the file to a client: it becomes a document there, and leaves the list
         * @description Needs the permission `clearing:manage` for the whole centre, an API token the scope `deliver`.
         */
        post: operations["Clearing_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/centre/clearing-items/{clearingItemId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The file, to be saved
         * @description Needs the permission `clearing:manage` for the whole centre, an API token the scope `deliver`.
         */
        get: operations["Clearing_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/centre/clearing-items/{clearingItemId}/pages/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page of the file as an image
         * @description Needs the permission `clearing:manage` for the whole centre, an API token the scope `deliver`.
         */
        get: operations["Clearing_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/centre/clearing-items/{clearingItemId}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decides that the file is no client's
         * @description It stays with its record. Needs the permission `clearing:manage` for the whole centre, an API token the scope `deliver`.
         */
        post: operations["Clearing_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/centre/intake": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a file whose client the file itself names
         * @description What cannot be routed lies in the clearing list. Needs the permission `documents:intake` for the whole centre, an API token the scope `deliver`.
         */
        post: operations["Clearing_intake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/centre/intake-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The centre's batches, newest first
         * @description Needs the permission `documents:intake` for the whole centre, an API token the scope `deliver`.
         */
        get: operations["Clearing_batches"];
        put?: never;
        /**
         * Begins a batch of files for any clients
         * @description Needs the permission `documents:intake` for the whole centre, an API token the scope `deliver`.
         */
        post: operations["Clearing_newBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/centre/intake-batches/{intakeBatchId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One batch of the centre: how far it is, and which files lie in the clearing list
         * @description Needs the permission `documents:intake` for the whole centre, an API token the scope `deliver`.
         */
        get: operations["Clearing_batch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/centre/intake-batches/{intakeBatchId}/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that no more files come
         * @description Needs the permission `documents:intake` for the whole centre, an API token the scope `deliver`.
         */
        post: operations["Clearing_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/centre/intake-batches/{intakeBatchId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The batch again whenever it has moved on, until it is done (server-sent events)
         * @description Needs the permission `documents:intake` for the whole centre, an API token the scope `deliver`.
         */
        get: operations["Clearing_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/centre/intake-batches/{intakeBatchId}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The files of a batch and what became of each
         * @description Needs the permission `documents:intake` for the whole centre, an API token the scope `deliver`.
         */
        get: operations["Clearing_batchFiles"];
        put?: never;
        /**
         * Takes a file of the batch
         * @description It is routed in the background. Needs the permission `documents:intake` for the whole centre, an API token the scope `deliver`.
         */
        post: operations["Clearing_batchFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/centre/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The roles there are, with their permissions
         * @description For everybody who is signed in.
         */
        get: operations["Users_roles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/centre/statements/{statement}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Several clients added up line by line, in one snapshot
         * @description The asker must be allowed to read each of them. For everybody who is signed in.
         */
        get: operations["Statements_summed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/centre/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People by user name
         * @description Needs the permission `users:manage` for the whole centre, an API token the scope `administer`.
         */
        get: operations["Users_users"];
        put?: never;
        /**
         * Creates somebody, still without a role
         * @description Needs the permission `users:manage` for the whole centre, an API token the scope `administer`.
         */
        post: operations["Users_createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/centre/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One person, with roles and deputies
         * @description Needs the permission `users:manage` for the whole centre, an API token the scope `administer`.
         */
        get: operations["Users_user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes a person's data, or closes and reopens the account (`active`)
         * @description Needs the permission `users:manage` for the whole centre, an API token the scope `administer`.
         */
        patch: operations["Users_changeUser"];
        trace?: never;
    };
    "/api/v1/centre/users/{userId}/deputies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets somebody stand in for this person
         * @description Needs the permission `users:manage` for the whole centre, an API token the scope `administer`.
         */
        post: operations["Users_appointDeputy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/centre/users/{userId}/deputies/{deputyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes the last day of a deputyship
         * @description Needs the permission `users:manage` for the whole centre, an API token the scope `administer`.
         */
        patch: operations["Users_changeDeputy"];
        trace?: never;
    };
    "/api/v1/centre/users/{userId}/lock-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Lifts every lock-out of this person's name
         * @description Nothing else changes. Needs the permission `users:manage` for the whole centre, an API token the scope `administer`.
         */
        delete: operations["Users_unlock"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/centre/users/{userId}/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives somebody a new initial password
         * @description Ends sessions, revokes tokens, lifts a lock-out. Needs the permission `users:manage` for the whole centre, an API token the scope `administer`.
         */
        post: operations["Users_resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/centre/users/{userId}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives somebody a role
         * @description Needs the permission `users:manage` for the whole centre, an API token the scope `administer`.
         */
        post: operations["Users_assignRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/centre/users/{userId}/roles/{roleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes limit or last day of a role
         * @description Needs the permission `users:manage` for the whole centre, an API token the scope `administer`.
         */
        patch: operations["Users_changeRole"];
        trace?: never;
    };
    "/api/v1/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The clients whose books one may read
         * @description Whoever manages clients sees all. For everybody who is signed in.
         */
        get: operations["Clients_list"];
        put?: never;
        /**
         * Creates a client that can be booked on at once: whole chart, product frame, settings and one fiscal year
         * @description Needs the permission `clients:manage` for the whole centre, an API token the scope `manage`.
         */
        post: operations["Clients_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One client with its master data
         * @description For everybody who is signed in.
         */
        get: operations["Clients_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes master data
         * @description `null` takes a value away, what is absent stays. Needs the permission `clients:manage` for the whole centre, an API token the scope `manage`.
         */
        patch: operations["Clients_change"];
        trace?: never;
    };
    "/api/v1/clients/{clientId}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Accounts by number, or those that `q` fits
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["MasterData_accounts"];
        put?: never;
        /**
         * Adds an account below one of the chart
         * @description Kind, side, statement line and liquidity are the parent's. Needs the permission `masterdata:manage` at the client, an API token the scope `manage`.
         */
        post: operations["MasterData_addAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/accounts/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One account
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["MasterData_account"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Renames, locks or unlocks an account, or changes what a line on it needs
         * @description Needs the permission `masterdata:manage` at the client, an API token the scope `manage`.
         */
        patch: operations["MasterData_changeAccount"];
        trace?: never;
    };
    "/api/v1/clients/{clientId}/accounts/{number}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The lines of an account with the running balance
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["Journal_account"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/accruals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Spreads an amount over the months of a service period (§ 43 KomHVO NRW)
         * @description Needs the permission `journal:post` at the client, an API token the scope `book`.
         */
        post: operations["Desk_accrue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/bank-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bank accounts of the client
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["MasterData_bankAccounts"];
        put?: never;
        /**
         * Adds a bank account and says on which account of group 18 its money is booked
         * @description Needs the permission `masterdata:manage` at the client, an API token the scope `manage`.
         */
        post: operations["MasterData_addBankAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/bank-accounts/{bankAccountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes a bank account
         * @description The IBAN stays. Needs the permission `masterdata:manage` at the client, an API token the scope `manage`.
         */
        patch: operations["MasterData_changeBankAccount"];
        trace?: never;
    };
    "/api/v1/clients/{clientId}/cash-accounts/{number}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The payments that carry a cash-flow account of class 6 or 7
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["Journal_cashAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Contracts by the day on which their next invoice is expected
         * @description Needs the permission `documents:read` at the client, an API token the scope `read`.
         */
        get: operations["Orders_contracts"];
        put?: never;
        /**
         * Enters a contract under which invoices come again and again
         * @description Needs the permission `documents:intake` at the client, an API token the scope `deliver`.
         */
        post: operations["Orders_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/contracts/{contractId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One contract with the invoices that came under it
         * @description Needs the permission `documents:read` at the client, an API token the scope `read`.
         */
        get: operations["Orders_contract"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes what a contract says
         * @description `endsOn` ends it. Needs the permission `documents:intake` at the client, an API token the scope `deliver`.
         */
        patch: operations["Orders_change"];
        trace?: never;
    };
    "/api/v1/clients/{clientId}/cost-centres": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cost centres by code, or those that `q` fits
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["MasterData_costCentres"];
        put?: never;
        /**
         * Adds a cost centre
         * @description Needs the permission `masterdata:manage` at the client, an API token the scope `manage`.
         */
        post: operations["MasterData_addCostCentre"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/cost-centres/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One cost centre
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["MasterData_costCentre"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Renames, locks or unlocks a cost centre
         * @description Needs the permission `masterdata:manage` at the client, an API token the scope `manage`.
         */
        patch: operations["MasterData_changeCostCentre"];
        trace?: never;
    };
    "/api/v1/clients/{clientId}/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures, drafts, open periods and the latest entries of a fiscal year
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["Dashboard_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/deciders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The people who may be given a share or a decision at this client
         * @description Needs the permission `documents:read` at the client, an API token the scope `read`.
         */
        get: operations["Decisions_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that waits at a client: who sits on what since when, the longest waiting first
         * @description Needs the permission `documents:read` at the client, an API token the scope `read`.
         */
        get: operations["Decisions_waiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The client's departments
         * @description Needs the permission `documents:read` at the client, an API token the scope `read`.
         */
        get: operations["Routes_departments"];
        put?: never;
        /**
         * Adds a department
         * @description Needs the permission `masterdata:manage` at the client, an API token the scope `manage`.
         */
        post: operations["Routes_newDepartment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/departments/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Renames a department or takes it out of use
         * @description Needs the permission `masterdata:manage` at the client, an API token the scope `manage`.
         */
        patch: operations["Routes_editDepartment"];
        trace?: never;
    };
    "/api/v1/clients/{clientId}/document-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The client's batches, newest first
         * @description Needs the permission `documents:read` at the client, an API token the scope `read`.
         */
        get: operations["Batches_list"];
        put?: never;
        /**
         * Begins a batch
         * @description Its files follow one by one. Needs the permission `documents:intake` at the client, an API token the scope `deliver`.
         */
        post: operations["Batches_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/document-batches/{batchId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One batch: how far it is, and the first files that a person should look at
         * @description Needs the permission `documents:read` at the client, an API token the scope `read`.
         */
        get: operations["Batches_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/document-batches/{batchId}/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that no more files come
         * @description Needs the permission `documents:intake` at the client, an API token the scope `deliver`.
         */
        post: operations["Batches_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/document-batches/{batchId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The batch again whenever it has moved on, until it is done (server-sent events)
         * @description Needs the permission `documents:read` at the client, an API token the scope `read`.
         */
        get: operations["Batches_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/document-batches/{batchId}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The files of a batch and what became of each
         * @description Needs the permission `documents:read` at the client, an API token the scope `read`.
         */
        get: operations["Batches_files"];
        put?: never;
        /**
         * Takes a file of the batch in the body of the request
         * @description It is stored when this answers; what becomes of it the batch tells. Needs the permission `documents:intake` at the client, an API token the scope `deliver`.
         */
        post: operations["Batches_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The inbox, filtered and searched, or as a spreadsheet
         * @description What came last stands first. Needs the permission `documents:read` at the client, an API token the scope `read`.
         */
        get: operations["Inbox_list"];
        put?: never;
        /**
         * Takes a file in the body of the request and makes a document of it
         * @description Bytes that were received before are noted with the document that they made then, which is answered with 200 and `duplicateUpload`. Needs the permission `documents:intake` at the client, an API token the scope `deliver`.
         */
        post: operations["Inbox_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/documents/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One document with findings, files, links and its whole history
         * @description Needs the permission `documents:read` at the client, an API token the scope `read`.
         */
        get: operations["Inbox_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Enters by hand what the file of a document says, or the house's own additions
         * @description Needs the permission `documents:intake` at the client, an API token the scope `deliver`.
         */
        patch: operations["Inbox_change"];
        trace?: never;
    };
    "/api/v1/clients/{clientId}/documents/{documentId}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a document in spite of its findings, with a reason
         * @description Needs the permission `documents:intake` at the client, an API token the scope `deliver`.
         */
        post: operations["Inbox_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/documents/{documentId}/coding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keeps the coding of a document
         * @description It may be unfinished; what is missing is said when it is sent on its way. Needs the permission `documents:intake` at the client, an API token the scope `deliver`.
         */
        put: operations["Decisions_code"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/documents/{documentId}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds a remark to a document's history
         * @description Needs the permission `documents:read` at the client, an API token the scope `read`.
         */
        post: operations["Inbox_comment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/documents/{documentId}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approves, returns, forwards or takes back an approval
         * @description Approving the last step posts the document: entry and open items are answered with it. The same `Idempotency-Key` with the same body answers the first answer again. Needs the permission `documents:read` at the client, an API token the scope `read`.
         */
        post: operations["Decisions_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/documents/{documentId}/duplicate-decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decides whether a document repeats another one
         * @description Needs the permission `documents:intake` at the client, an API token the scope `deliver`.
         */
        post: operations["Inbox_duplicate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/documents/{documentId}/files/{fileNo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A file of a document, byte for byte as it was received, to be saved
         * @description Needs the permission `documents:read` at the client, an API token the scope `read`.
         */
        get: operations["Inbox_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/documents/{documentId}/filing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts aside what is no invoice and nothing to decide about
         * @description Needs the permission `documents:intake` at the client, an API token the scope `deliver`.
         */
        post: operations["Inbox_putAside"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/documents/{documentId}/handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a file that is another client's to the centre's clearing list
         * @description Here only the record of it stays. Needs the permission `documents:intake` at the client, an API token the scope `deliver`.
         */
        post: operations["Inbox_handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/documents/{documentId}/legal-hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keeps a document from ever being deleted while an audit or dispute lasts, or lifts that
         * @description Needs the permission `periods:manage` at the client, an API token the scope `close`.
         */
        post: operations["Inbox_hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/documents/{documentId}/pages/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page of a PDF or picture as an image, for looking at it
         * @description Needs the permission `documents:read` at the client, an API token the scope `read`.
         */
        get: operations["Inbox_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/documents/{documentId}/posting-trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What posting would write and everything that stands against it
         * @description Writes nothing. Needs the permission `documents:read` at the client, an API token the scope `read`.
         */
        post: operations["Decisions_tryOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/documents/{documentId}/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The coding that the system proposes, with the reason for each field
         * @description Needs the permission `documents:read` at the client, an API token the scope `read`.
         */
        get: operations["Decisions_proposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/documents/{documentId}/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a document back to bookkeeping while nobody has decided on it
         * @description Needs the permission `documents:intake` at the client, an API token the scope `deliver`.
         */
        post: operations["Decisions_recall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/documents/{documentId}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a document back to its sender and answers the letter: mailed where mail is set up and wanted, else to be copied
         * @description Needs the permission `documents:intake` at the client, an API token the scope `deliver`.
         */
        post: operations["Inbox_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/documents/{documentId}/rejection-letter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The letter that a rejection would send
         * @description Needs the permission `documents:intake` at the client, an API token the scope `deliver`.
         */
        get: operations["Inbox_letter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/documents/{documentId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a file out of quarantine, or a filed document back, to be captured by hand
         * @description Needs the permission `documents:intake` at the client, an API token the scope `deliver`.
         */
        post: operations["Inbox_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/documents/{documentId}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a coded document on its way
         * @description Needs the permission `documents:intake` at the client, an API token the scope `deliver`.
         */
        post: operations["Decisions_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The drafts, the one changed last on top
         * @description Needs the permission `drafts:write` at the client, an API token the scope `book`.
         */
        get: operations["Desk_drafts"];
        put?: never;
        /**
         * Keeps what has been entered
         * @description Nothing is checked yet. Needs the permission `drafts:write` at the client, an API token the scope `book`.
         */
        post: operations["Desk_saveDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/drafts/{draftId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One draft
         * @description Needs the permission `drafts:write` at the client, an API token the scope `book`.
         */
        get: operations["Desk_draft"];
        /**
         * Changes a draft
         * @description Whoever holds an older version is told who was faster. Needs the permission `drafts:write` at the client, an API token the scope `book`.
         */
        put: operations["Desk_changeDraft"];
        post?: never;
        /**
         * Throws a draft away
         * @description What it held goes to the audit log. Needs the permission `drafts:write` at the client, an API token the scope `book`.
         */
        delete: operations["Desk_removeDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/drafts/{draftId}/posting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Posts a draft and takes it from the desk in one transaction
         * @description Asked twice, it answers the same entry. Needs the permission `journal:post` or `journal:close` at the client, an API token the scope `book` or `close`.
         */
        post: operations["Desk_postDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/entry-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The templates of the client by name
         * @description Needs the permission `drafts:write` at the client, an API token the scope `book`.
         */
        get: operations["Desk_templates"];
        put?: never;
        /**
         * Keeps an entry to begin from
         * @description Needs the permission `drafts:write` at the client, an API token the scope `book`.
         */
        post: operations["Desk_saveTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/entry-templates/{templateId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Throws a template away
         * @description Needs the permission `drafts:write` at the client, an API token the scope `book`.
         */
        delete: operations["Desk_removeTemplate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/exports/books": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The auditor's package: everything that `npm run verify` needs, in one file
         * @description Needs the permission `exports:run` at the client, an API token the scope `export`.
         */
        get: operations["Exports_books"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/exports/exit-package": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The exit package: all that the client has - master data, partners, items, journal, documents with their files, decisions, seals, the signed books and their verifier - in one archive that another installation takes in
         * @description For whoever leads the client's affairs. Needs the permission `exports:run` at the client, an API token the scope `export`.
         */
        get: operations["Exports_exitPackage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/exports/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The journal, entry by entry, in order of year and number
         * @description Needs the permission `exports:run` at the client, an API token the scope `export`.
         */
        get: operations["Exports_journal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/exports/open-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All open items, settled ones too, with the id by which the journal's lines name them (open-items.csv)
         * @description Needs the permission `exports:run` at the client, an API token the scope `export`.
         */
        get: operations["Exports_openItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/exports/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All partners with addresses and bank accounts and who decided on them, as a spreadsheet (partners.csv)
         * @description Needs the permission `exports:run` at the client, an API token the scope `export`.
         */
        get: operations["Exports_partners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/exports/vouchers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every file that the voucher log names, in one archive (tar), under the number of its document
         * @description The bytes go out as they are found, damaged ones too: the verifier holds them against the log. Needs the permission `exports:run` at the client, an API token the scope `export`.
         */
        get: operations["Vouchers_vouchers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/fiscal-years": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The fiscal years with their periods, newest first
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["FiscalYears_list"];
        put?: never;
        /**
         * Opens the year before the first or after the last
         * @description Several may be open side by side. Needs the permission `periods:manage` at the client, an API token the scope `close`.
         */
        post: operations["FiscalYears_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/fiscal-years/{year}/period-decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who opened or closed which period when and why, newest first
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["FiscalYears_decisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/fiscal-years/{year}/periods/{period}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Opens, softly closes or closes a period
         * @description Postings under way finish first; later ones see the new state. Needs the permission `periods:manage` at the client, an API token the scope `close`.
         */
        post: operations["FiscalYears_changeState"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a file in the body of the request and answers with the job that will import it: the whole file or nothing
         * @description `text/csv`, `application/x-ndjson`, `application/jsonl` or `application/octet-stream`. Needs the permission `imports:run` at the client, an API token the scope `import`.
         */
        post: operations["Imports_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/integrity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Chain heads, vouchers, keys, the last seal and the last proof
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["Evidence_integrity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The client's imports, newest first
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["Imports_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/jobs/{jobId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One import with its progress, its result or what is wrong with its file
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["Imports_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/jobs/{jobId}/bank-account-confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirms the bank accounts that an import of partners has proposed, all at once, by somebody other than who imported them: held against the letters and lists they come from, as far as that person answers for it
         * @description Needs the permission `partners:manage` at the client, an API token the scope `manage`.
         */
        post: operations["Imports_confirmBankAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/jobs/{jobId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The job again whenever it has moved on, until it is finished (server-sent events)
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["Imports_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/journal-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Entries by number, newest first, with their lines
         * @description As CSV, a row for each line. Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["Journal_list"];
        put?: never;
        /**
         * Posts an entry
         * @description The same `Idempotency-Key` with the same body answers the first entry again. Needs the permission `journal:post` or `journal:close` at the client, an API token the scope `book` or `close`.
         */
        post: operations["Journal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/journal-entries/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One entry with its lines and names
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["Journal_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/journal-entries/{entryId}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The documents that hang on an entry
         * @description Needs the permission `documents:read` at the client, an API token the scope `read`.
         */
        get: operations["Inbox_ofEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/journal-entries/{entryId}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes an entry back with an entry of its own, on its own date and for a reason
         * @description Needs the permission `journal:post` or `journal:close` at the client, an API token the scope `book` or `close`.
         */
        post: operations["Journal_reverse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/journal-entries/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Shows what posting the entry would do: refusals, balances, statement lines
         * @description Writes nothing. Needs the permission `drafts:write` at the client, an API token the scope `book`.
         */
        post: operations["Journal_tryOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/open-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open items by due date, with sums over all that fit
         * @description As of a day, or as a spreadsheet. Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["OpenItems_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/open-items/{openItemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One item with the lines of the journal that moved it, its shares and what was changed about it
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["OpenItems_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes when and how an item is to be settled, or blocks it
         * @description Amount, partner and account stand with its entry. Needs the permission `open-items:manage` at the client, an API token the scope `book`.
         */
        patch: operations["OpenItems_change"];
        trace?: never;
    };
    "/api/v1/clients/{clientId}/open-items/offsets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sets a credit note against what is owed to the same partner, with an entry that moves no cash
         * @description Needs the permission `open-items:manage` at the client, an API token the scope `book`.
         */
        post: operations["OpenItems_offset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/open-items/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The control accounts against the sums of their open items: the difference is always nought
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["OpenItems_reconcile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks for money to be paid or moved without an invoice
         * @description It goes the same way as an invoice; who asks does not order. Needs the permission `documents:decide` at the client, an API token the scope `decide`.
         */
        post: operations["Orders_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/outgoing-invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Own invoices, the one changed last on top
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["Invoicing_list"];
        put?: never;
        /**
         * Keeps a draft
         * @description Whoever drafts cannot issue. Needs the permission `invoicing:write` at the client, an API token the scope `invoicing`.
         */
        post: operations["Invoicing_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/outgoing-invoices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One invoice
         * @description A draft names what stands against issuing it. Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["Invoicing_one"];
        /**
         * Writes a draft anew
         * @description Needs the permission `invoicing:write` at the client, an API token the scope `invoicing`.
         */
        put: operations["Invoicing_change"];
        post?: never;
        /**
         * Throws a draft away
         * @description What it held goes to the audit log. Needs the permission `invoicing:write` at the client, an API token the scope `invoicing`.
         */
        delete: operations["Invoicing_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/outgoing-invoices/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes an issued invoice back with a credit note, and answers that
         * @description Needs the permission `documents:decide` at the client, an API token the scope `decide`.
         */
        post: operations["Invoicing_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/outgoing-invoices/{id}/cii.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The XRechnung in CII as it was issued
         * @description Needs the permission `documents:read` at the client, an API token the scope `read`.
         */
        get: operations["Invoicing_cii"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/outgoing-invoices/{id}/invoice.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The letter with the XRechnung inside (ZUGFeRD, PDF/A-3) as it was issued
         * @description Needs the permission `documents:read` at the client, an API token the scope `read`.
         */
        get: operations["Invoicing_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/outgoing-invoices/{id}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issues a draft: draws the number, checks the e-invoice by the rules, posts claim and entry, stores XML and PDF
         * @description By another person than who drafted it. Asked twice with one key, it answers the same invoice. Needs the permission `documents:decide` at the client, an API token the scope `decide`.
         */
        post: operations["Invoicing_issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/outgoing-invoices/{id}/preview.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the letter of a draft would look like today, marked as a draft
         * @description Needs the permission `documents:read` at the client, an API token the scope `read`.
         */
        get: operations["Invoicing_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/outgoing-invoices/{id}/xrechnung.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The XRechnung in UBL as it was issued
         * @description Needs the permission `documents:read` at the client, an API token the scope `read`.
         */
        get: operations["Invoicing_ubl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/own-matters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who decides nothing about whom: people and the partners who are themselves or close to them
         * @description Needs the permission `documents:read` at the client, an API token the scope `read`.
         */
        get: operations["OpenItems_ownMatters"];
        put?: never;
        /**
         * Declares somebody's own matter: one's own always, another's with the keeping of partners
         * @description Needs the permission `documents:read` at the client, an API token the scope `read`.
         */
        post: operations["OpenItems_declare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/own-matters/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends an own matter
         * @description Never by the person concerned. Needs the permission `partners:manage` at the client, an API token the scope `manage`.
         */
        post: operations["OpenItems_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Partners by number, or those that `q` fits: words of the name, a number, a VAT id, a tax number, an IBAN
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["Partners_list"];
        put?: never;
        /**
         * Adds a partner under the next number, with a first address and a proposed bank account if they are given
         * @description Needs the permission `partners:manage` at the client, an API token the scope `manage`.
         */
        post: operations["Partners_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/partners/{partnerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A partner with all addresses, bank accounts and what changed
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["Partners_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes what is known of a partner
         * @description `null` takes a value away, what is absent stays. The history keeps what was. Needs the permission `partners:manage` at the client, an API token the scope `manage`.
         */
        patch: operations["Partners_change"];
        trace?: never;
    };
    "/api/v1/clients/{clientId}/partners/{partnerId}/account-statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was booked on a partner's items, with the running balance, and what is open at the end
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["OpenItems_statement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/partners/{partnerId}/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds an address that holds from a day on
         * @description Earlier ones stay as what held before. Needs the permission `partners:manage` at the client, an API token the scope `manage`.
         */
        post: operations["Partners_addAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/partners/{partnerId}/bank-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Proposes a bank account
         * @description Nothing is paid to it before somebody else has confirmed it. Needs the permission `partners:manage` at the client, an API token the scope `manage`.
         */
        post: operations["Partners_proposeBankAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/partners/{partnerId}/bank-accounts/{no}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirms or refuses a proposed bank account
         * @description Never by the person who proposed it. Needs the permission `partners:manage` at the client, an API token the scope `manage`.
         */
        post: operations["Partners_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/partners/{partnerId}/bank-accounts/{no}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a confirmed bank account: nothing new is paid to it
         * @description Needs the permission `partners:manage` at the client, an API token the scope `manage`.
         */
        post: operations["Partners_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Product areas, groups and products in the order of the frame, or those that `q` fits
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["MasterData_products"];
        put?: never;
        /**
         * Adds a product below a group or another product
         * @description Needs the permission `masterdata:manage` at the client, an API token the scope `manage`.
         */
        post: operations["MasterData_addProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/products/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One product
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["MasterData_product"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Renames, locks or unlocks a product
         * @description Needs the permission `masterdata:manage` at the client, an API token the scope `manage`.
         */
        patch: operations["MasterData_changeProduct"];
        trace?: never;
    };
    "/api/v1/clients/{clientId}/proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recomputes balances, sums, numbers and chain ends now
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        post: operations["Evidence_prove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/responsibilities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Budget holders by product and heads by department, with the days on which they answer for it
         * @description Needs the permission `documents:read` at the client, an API token the scope `read`.
         */
        get: operations["Workflow_list"];
        put?: never;
        /**
         * Somebody answers for a product (and what lies below it) or heads a department from a day on
         * @description Who did before ends the day before. Needs the permission `workflow:manage` at the client, an API token the scope `manage`.
         */
        post: operations["Workflow_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/responsibilities/{responsibilityId}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a responsibility on a day
         * @description Needs the permission `workflow:manage` at the client, an API token the scope `manage`.
         */
        post: operations["Workflow_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/routes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The addresses that lead to the client
         * @description Needs the permission `documents:read` at the client, an API token the scope `read`.
         */
        get: operations["Routes_routes"];
        put?: never;
        /**
         * Adds an address
         * @description It leads to this client alone: one that another client has is refused. Needs the permission `masterdata:manage` at the client, an API token the scope `manage`.
         */
        post: operations["Routes_newRoute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/routes/{routeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Leads an address to another department, or takes it out of use
         * @description Needs the permission `masterdata:manage` at the client, an API token the scope `manage`.
         */
        patch: operations["Routes_editRoute"];
        trace?: never;
    };
    "/api/v1/clients/{clientId}/seals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The seals, newest first, with the keys that verify them
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["Evidence_seals"];
        put?: never;
        /**
         * Signs the heads of all years now, besides the daily seal
         * @description Needs the permission `seals:create` at the client, an API token the scope `close`.
         */
        post: operations["Evidence_seal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Accounts, products, cost centres and entries that fit what was typed, best first
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["MasterData_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every value of every setting with the days between which it holds
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["MasterData_settings"];
        put?: never;
        /**
         * Adds a value that holds from a day on
         * @description Earlier values stay as they were. Needs the permission `masterdata:manage` at the client, an API token the scope `manage`.
         */
        post: operations["MasterData_addSetting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/standing-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Standing entries and accruals: active ones first, by their next date
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["Desk_standing"];
        put?: never;
        /**
         * Plans an entry that posts itself on its dates
         * @description What is due already is posted at once. Needs the permission `journal:post` at the client, an API token the scope `book`.
         */
        post: operations["Desk_planStanding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/standing-entries/{standingId}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a standing entry
         * @description What has been posted stays. What an accrual still holds goes into the result at once. Needs the permission `journal:post` at the client, an API token the scope `book`.
         */
        post: operations["Desk_endStanding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/standing-entries/{standingId}/resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes up a failed standing entry again where it stopped
         * @description Needs the permission `journal:post` at the client, an API token the scope `book`.
         */
        post: operations["Desk_resumeStanding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/standing-entries/takeovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes standing entries over: from now on they post in the name of who asks
         * @description Those that stopped go on where they stopped. Needs the permission `journal:post` at the client, an API token the scope `book`.
         */
        post: operations["Desk_takeOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/standing-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Standing orders: what failed and what runs first, by their next date
         * @description Needs the permission `documents:read` at the client, an API token the scope `read`.
         */
        get: operations["Orders_standing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/standing-orders/{orderId}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a standing order
         * @description What it raised stays. Needs the permission `documents:decide` at the client, an API token the scope `decide`.
         */
        post: operations["Orders_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/standing-orders/{orderId}/resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a failed standing order up again where it stopped
         * @description The next run raises what is due. Needs the permission `journal:post` at the client, an API token the scope `book`.
         */
        post: operations["Orders_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/standing-orders/{orderId}/takeover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a standing order over: from now on its dates are posted in the name of who asks
         * @description One that stopped goes on. Needs the permission `journal:post` at the client, an API token the scope `book`.
         */
        post: operations["Orders_takeOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/statements/{statement}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A statement of a client with the year before
         * @description With `product` the partial statement (Teilrechnung). Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["Statements_statement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/statements/{statement}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The statement as a PDF page of the annual accounts, in German
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["Statements_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/statements/{statement}/lines/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The accounts behind a line
         * @description Behind a subtotal, the accounts of its parts. Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["Statements_line"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/tax-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tax keys with the days between which they hold
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["MasterData_taxKeys"];
        put?: never;
        /**
         * Adds a tax key, or what a known one means from a day on
         * @description Lines booked before keep theirs. Needs the permission `masterdata:manage` at the client, an API token the scope `manage`.
         */
        post: operations["MasterData_addTaxKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Opening balance, turnover and balance of every account (Summen- und Saldenliste)
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["Journal_trialBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/vat-returns/{month}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The figures of a month, by the day that decides when tax arises
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["VatReturn_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/vat-returns/{month}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The lines behind a figure
         * @description Needs the permission `books:read` at the client, an API token the scope `read`.
         */
        get: operations["VatReturn_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{clientId}/workflow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The workflow with which documents set out today, and every version there has been and will be
         * @description Needs the permission `documents:read` at the client, an API token the scope `read`.
         */
        get: operations["Workflow_workflow"];
        /**
         * Adds a version from a day on
         * @description Running documents keep the one with which they set out. Needs the permission `workflow:manage` at the client, an API token the scope `manage`.
         */
        put: operations["Workflow_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits for the person who asks, at every client: their own and what they decide as a deputy, the most urgent first
         * @description For everybody who is signed in.
         */
        get: operations["Decisions_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demonstration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far the demonstration is
         * @description Needs no sign-in.
         */
        get: operations["Demonstration_state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Acceptance: {
            /**
             * @description Why it is booked in spite of the findings.
             * @example Angaben telefonisch bestätigt, Betrag stimmt
             */
            reason: string;
            version: number;
        };
        /** @description An account of the client’s chart. */
        Account: {
            /**
             * @description A control account: each line on it names an open item, liabilities with `creditors`, claims with `debtors`.
             * @enum {string|null}
             */
            control: "creditors" | "debtors" | null;
            defaultCashAccount: string | null;
            /** @enum {string} */
            kind: "accrual_asset" | "accrual_liability" | "asset" | "closing" | "cost_accounting" | "equity" | "expense" | "inpayment" | "liability" | "outpayment" | "provision" | "revenue" | "special_item";
            /** @enum {string} */
            level: "art" | "gruppe" | "klasse" | "konto";
            /** @description Liquid funds: each movement carries a cash-flow account. */
            liquid: boolean;
            locked: boolean;
            name: string;
            number: string;
            /** @enum {string} */
            origin: "chart" | "own";
            parent: string | null;
            postable: boolean;
            productRequired: boolean;
            /** @enum {string|null} */
            side: "credit" | "debit" | null;
            /** @description The line of a statement that it feeds. */
            statementLine: string | null;
            version: number;
        };
        AccountChange: {
            defaultCashAccount?: string | null;
            /** @description Nobody can book on a locked account; what is booked stays. */
            locked?: boolean;
            name?: string;
            productRequired?: boolean;
            /** @description The version that was read. */
            version: number;
        };
        /** @description An account between two days with its running balance. */
        AccountLedger: {
            account: components["schemas"]["LedgerAccount"];
            /**
             * Format: date
             * @example 2026-03-31
             */
            from: string;
            items: components["schemas"]["LedgerLine"][];
            next: string | null;
            /**
             * Format: euro
             * @description The balance before `from`; opening entries are part of it.
             * @example 1234.50
             */
            opening: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            to: string;
            totals: components["schemas"]["LedgerTotals"];
        };
        AccountList: {
            items: components["schemas"]["Account"][];
            next: string | null;
        };
        AccountShare: {
            account: string;
            /**
             * Format: euro
             * @example 1234.50
             */
            amount: string;
            name: string;
        };
        AccrualWish: {
            /**
             * @description The account on which it waits.
             * @example 1911
             */
            account: string;
        };
        Address: {
            /** @example Ahlenbrück */
            city?: string;
            /** @example 48999 */
            postcode?: string;
            /** @example Rathausplatz 1 */
            street?: string;
        };
        ApiToken: {
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            createdAt: string;
            /**
             * Format: date
             * @description The last day on which it works.
             * @example 2026-03-31
             */
            expiresOn: string;
            id: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            lastUsedAt: string | null;
            name: string;
            scopes: ("administer" | "all" | "audit" | "book" | "close" | "decide" | "deliver" | "export" | "import" | "invoicing" | "manage" | "read")[];
        };
        ApiTokenList: {
            items: components["schemas"]["ApiToken"][];
            /** @description How long a token may work at most, in days. */
            longestDays: number;
            next: string | null;
            /** @description What a token can be good for. */
            scopes: components["schemas"]["TokenScopeInfo"][];
            /** @description How long a token works when nothing is said, in days. */
            usualDays: number;
        };
        ArrivedFile: {
            fileNo: number;
        };
        Assigned: {
            clientId: number;
            documentId: string;
        };
        Assignment: {
            clientId: number;
            /** @example FB3 */
            department?: string;
            /** @example Bauhof bestätigt die Lieferung */
            reason: string;
        };
        AuditFinding: {
            /**
             * @description What does not hold: the events of a block are not those that were recorded (`content`), a block is not chained to the one before it
             *     (`chain`), an event is in no block (`member`) or was kept from it (`waiting`), or the chain lacks what an earlier proof found as
             *     its end (`head`).
             * @enum {string}
             */
            rule: "chain" | "content" | "head" | "member" | "waiting";
            /** @description The block or event. */
            where: string;
        };
        AuditIntegrity: {
            headHash: string;
            /** @description Number of the last block. */
            headNo: number;
            /** @description The last proof, or null before the first. */
            proof: components["schemas"]["AuditProof"] | null;
            /** @description Events that are in no block yet. */
            waiting: number;
        };
        AuditItem: {
            /** @description `sign-in`, `role.assign`, … or method and route of a request. */
            action: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            at: string;
            clientId: number | null;
            detail: {
                [key: string]: unknown;
            };
            id: string;
            ip: string | null;
            /** @description `ok`, `failed`, `locked`, or the status of a request. */
            outcome: string;
            resource: string | null;
            userId: string | null;
            userName: string | null;
        };
        AuditList: {
            items: components["schemas"]["AuditItem"][];
            next: string | null;
        };
        AuditPeople: {
            items: components["schemas"]["AuditPerson"][];
            next: string | null;
        };
        AuditPerson: {
            displayName: string;
            id: string;
            userName: string;
        };
        AuditProof: {
            /** @description Events that stand in blocks. */
            events: number;
            findings: components["schemas"]["AuditFinding"][];
            /** @description Its hash: who keeps it elsewhere can tell whether the log was written anew. */
            headHash: string;
            /** @description Number of the last block. */
            headNo: number;
            ok: boolean;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            provenAt: string;
        };
        /** @description How an account would stand after the entry; debit is positive. */
        BalanceEffect: {
            account: string;
            /**
             * Format: euro
             * @example 1234.50
             */
            after: string;
            /**
             * Format: euro
             * @example 1234.50
             */
            before: string;
            /**
             * Format: euro
             * @example 1234.50
             */
            change: string;
            name: string;
        };
        BankAccount: {
            account: string;
            active: boolean;
            bic: string | null;
            iban: string;
            id: string;
            name: string;
            version: number;
        };
        BankAccountChange: {
            account?: string;
            active?: boolean;
            bic?: string | null;
            name?: string;
            /** @description The version that was read. */
            version: number;
        };
        BankAccountDecision: {
            /** @description `true` confirms the bank account, `false` refuses it. */
            confirm: boolean;
            /**
             * @description How it was checked.
             * @example Rückruf unter der bekannten Nummer
             */
            note?: string;
        };
        BankAccountEnding: {
            /** @example Konto laut Schreiben aufgelöst */
            note: string;
        };
        BankAccountList: {
            items: components["schemas"]["BankAccount"][];
            next: string | null;
        };
        BankAccountsConfirmed: {
            confirmed: number;
            /** @description Left for somebody else, because the partner is a matter of the person's own. */
            waiting: number;
        };
        /** @description Many files that come together. It survives a restart, and each file is taken in exactly once. */
        Batch: {
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            completedAt: string | null;
            counts: components["schemas"]["BatchCounts"];
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            createdAt: string;
            createdByName: string;
            /** @description The first files that a person should look at. */
            files: components["schemas"]["BatchFile"][];
            id: string;
            name: string;
            /** @description Files per second over the last ten seconds; null while nothing has moved. */
            perSecond: number | null;
            remainingSeconds: number | null;
            /**
             * @description `collecting`: more files may come; `running`: complete, and files still wait; `done`.
             * @enum {string}
             */
            state: "collecting" | "done" | "running";
        };
        BatchCounts: {
            /** @description Files that lie in the clearing list (batches of the centre only). */
            cleared: number;
            documents: number;
            /** @description Files that are finished, one way or another. */
            done: number;
            duplicates: number;
            /** @description Files that did not arrive or could not be taken in. */
            failed: number;
            quarantined: number;
            /** @description Files that the batch knows of, arrived or not. */
            received: number;
        };
        /** @description A file of a batch and what became of it. */
        BatchFile: {
            documentId: string | null;
            fileNo: number;
            name: string;
            /** @enum {string|null} */
            outcome: "document" | "duplicate" | "quarantined" | "received-again" | null;
            /** @description In the language of the request. */
            reason: string | null;
            /** @enum {string} */
            state: "arriving" | "cleared" | "done" | "failed" | "missing" | "refused" | "running" | "waiting";
        };
        BatchFileList: {
            items: components["schemas"]["BatchFile"][];
            next: string | null;
        };
        BatchList: {
            items: components["schemas"]["Batch"][];
            next: string | null;
        };
        BySystem: {
            /**
             * Format: date
             * @description Up to this total; null: any.
             * @example 500.00
             */
            upTo: string | null;
        };
        Cancellation: {
            /**
             * Format: date
             * @description Default: today.
             * @example 2026-12-31
             */
            bookingDate?: string;
            /** @example Leistung wurde nicht erbracht */
            reason: string;
            /** @description The version that was read. */
            version: number;
        };
        Centre: {
            name: string;
        };
        /** @description The end of a year’s hash chain. */
        ChainHead: {
            entries: number;
            fiscalYear: number;
            /** @description SHA-256 in hexadecimal. */
            head: string;
        };
        ClearingDetail: {
            /** @enum {string} */
            channel: "api" | "folder" | "mail" | "upload";
            /** @description The client that it went to. */
            clientId: number | null;
            documentId: string | null;
            fileName: string;
            history: components["schemas"]["DocumentEvent"][];
            id: string;
            /** @description The invoice in the terms of EN 16931; null where there is no record. */
            invoice: {
                [key: string]: unknown;
            } | null;
            mailbox: string;
            pages: number;
            proposals: components["schemas"]["ClearingProposal"][];
            reading: components["schemas"]["ClearingReading"] | null;
            /** @description Why no client was found. */
            reason: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            receivedAt: string;
            receivedByName: string;
            size: number | null;
            /** @enum {string} */
            state: "arriving" | "duplicate" | "failed" | "missing" | "open" | "refused" | "rejected" | "routed" | "running" | "waiting";
            version: number;
        };
        /** @description A file whose client is not known. It waits for a person; it is never given to a client by default. */
        ClearingItem: {
            /** @enum {string} */
            channel: "api" | "folder" | "mail" | "upload";
            /** @description The client that it went to. */
            clientId: number | null;
            documentId: string | null;
            fileName: string;
            id: string;
            mailbox: string;
            pages: number;
            proposals: components["schemas"]["ClearingProposal"][];
            reading: components["schemas"]["ClearingReading"] | null;
            /** @description Why no client was found. */
            reason: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            receivedAt: string;
            receivedByName: string;
            size: number | null;
            /** @enum {string} */
            state: "arriving" | "duplicate" | "failed" | "missing" | "open" | "refused" | "rejected" | "routed" | "running" | "waiting";
            version: number;
        };
        ClearingList: {
            items: components["schemas"]["ClearingItem"][];
            next: string | null;
        };
        /** @description A client that a weaker sign points at; never applied by itself. */
        ClearingProposal: {
            clientId: number;
            reason: string;
        };
        /** @description What the file says, as far as it can be read. */
        ClearingReading: {
            buyerName: string | null;
            buyerReference: string | null;
            currency: string | null;
            /** @example 1190.00 */
            gross: string | null;
            invoiceNo: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            issueDate: string | null;
            supplierName: string | null;
        };
        ClearingRejection: {
            /** @example Werbung, keine Rechnung */
            note: string;
        };
        /** @description A municipality or special fund whose books the centre keeps. */
        Client: {
            address: components["schemas"]["Address"];
            arms: string | null;
            /** @description Version of the chart that the client was created with. */
            chart: string;
            colour: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            createdAt: string;
            creditorIdentifier: string | null;
            email: string | null;
            id: number;
            key: string;
            /** @enum {string} */
            kind: "municipality" | "special-fund";
            name: string;
            officialKey: string | null;
            parentClientId: number | null;
            phone: string | null;
            shortName: string;
            /** @description Never changes and is never used twice: the chain of the journal begins with it. */
            uuid: string;
            vatId: string | null;
            /** @enum {string} */
            vatStatus: "none" | "regular" | "small";
            version: number;
        };
        ClientChange: {
            address?: components["schemas"]["Address"] | null;
            /** @description Arms as a data URI of a small PNG, or of an SVG with drawing elements only (40 kB at most). */
            arms?: string | null;
            /**
             * @description The colour that marks this client on every screen.
             * @example #1f5f8b
             */
            colour?: string;
            /**
             * @description SEPA creditor identifier; its check digits are verified.
             * @example DE98ZZZ09999999999
             */
            creditorIdentifier?: string | null;
            /** Format: email */
            email?: string | null;
            name?: string;
            /**
             * @description Official municipality key (AGS), eight digits; NRW begins with 05.
             * @example 05999004
             */
            officialKey?: string | null;
            /** @description The municipality that a special fund belongs to. */
            parentClientId?: number | null;
            phone?: string | null;
            /**
             * @description How columns and switchers call it, up to 40 characters. Default: the name.
             * @example Ahlenbrück
             */
            shortName?: string;
            /** @example DE999999999 */
            vatId?: string | null;
            /**
             * @description `none`: no trader, `small`: small trader (§ 19 UStG), `regular`: liable to VAT. Default: as the template says.
             * @enum {string}
             */
            vatStatus?: "none" | "regular" | "small";
            /** @description The version that was read. */
            version: number;
        };
        ClientList: {
            items: components["schemas"]["Client"][];
            next: string | null;
        };
        /** @description What a document shall become in the books. Amounts stand as the document has them: those of a credit note are positive and mean money back. */
        Coding: {
            /**
             * @description Defer what belongs to later fiscal years by the service periods of the lines (§ 43 KomHVO NRW).
             * @example null
             */
            accrual?: components["schemas"]["AccrualWish"] | null;
            /**
             * @description Number of the partner's bank account.
             * @example 1
             */
            bankAccountNo?: number | null;
            /**
             * Format: date
             * @description Absent: the day of posting.
             * @example 2026-03-31
             */
            bookingDate?: string | null;
            /**
             * @description Corrected invoices: does the document state the difference or everything anew?
             * @example null
             * @enum {string|null}
             */
            correction?: "difference" | "replacement" | null;
            discountAmount?: string | null;
            /**
             * Format: date
             * @description Last day for the discount.
             * @example 2026-03-31
             */
            discountOn?: string | null;
            /**
             * Format: date
             * @example 2026-04-30
             */
            dueOn?: string | null;
            lines: components["schemas"]["CodingLine"][];
            /**
             * @description How the item is settled; only transfers are paid by us
             * @example transfer
             * @enum {string}
             */
            method?: "clearing" | "direct-debit" | "none" | "transfer";
            /**
             * @description Credit notes: open items that are reduced
             * @example []
             */
            offsets?: components["schemas"]["ItemOffset"][];
            /** @example 5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10 */
            partnerId?: string | null;
            /** @description Why it must not be paid yet. */
            paymentBlock?: string | null;
            /**
             * @description Earlier invoices or accounts that are cleared
             * @example []
             */
            prepaid?: components["schemas"]["Prepaid"][];
            /**
             * @description Security kept back: an item of its own, blocked.
             * @example null
             */
            retention?: components["schemas"]["RetentionWish"] | null;
            /**
             * @description Budget shares; each is decided by its holder
             * @example []
             */
            shares?: components["schemas"]["Share"][];
            /** @example Stadtwerke: Strom 03/2026 */
            text?: string;
        };
        CodingLine: {
            /** @example 5241 */
            account: string;
            /** @description Class 7 account of the payment to come; absent: by the chart from the account. */
            cashAccount?: string | null;
            costCentre?: string | null;
            /** @example 119.00 */
            gross: string;
            /** @example 100.00 */
            net: string;
            /** @description Collective orders: whom the line is owed to. */
            partnerId?: string | null;
            /** @example 111.06 */
            product?: string | null;
            /**
             * Format: date
             * @example 2026-01-01
             */
            serviceFrom?: string | null;
            /**
             * Format: date
             * @example 2026-12-31
             */
            serviceTo?: string | null;
            /** @description Number of the budget share. */
            share?: number | null;
            /** @example 19.00 */
            tax?: string;
            text?: string;
            vat?: components["schemas"]["CodingVat"];
        };
        CodingVat: {
            /**
             * @description UNTDID 5305.
             * @example S
             */
            category: string;
            /**
             * @description How much of the tax is deducted.
             * @example 0
             */
            deductiblePercent: string;
            /**
             * @description Per cent; where we owe the tax ourselves the domestic rate.
             * @example 19
             */
            rate: string;
            /**
             * @description How the tax of the line is booked
             * @example sovereign
             * @enum {string}
             */
            treatment: "business" | "intra-community" | "partial" | "reverse-charge" | "sovereign";
        };
        Comment: {
            /** @example Lieferschein liegt noch nicht vor */
            text: string;
        };
        Contract: {
            account: string | null;
            costCentre: string | null;
            deductiblePercent: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            endsOn: string | null;
            /** @example 119.00 */
            expectedAmount: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            firstOn: string;
            id: string;
            /**
             * Format: date
             * @description When the next invoice is expected.
             * @example 2026-04-01
             */
            nextOn: string | null;
            note: string;
            /** @example V-2026-17 */
            number: string;
            /**
             * @description The expected invoice has not come.
             * @example false
             */
            overdue: boolean;
            partnerId: string;
            partnerName: string;
            product: string | null;
            /**
             * @example monthly
             * @enum {string}
             */
            rhythm: "half-yearly" | "monthly" | "none" | "quarterly" | "yearly";
            /** @example Wartung Aufzug Rathaus */
            subject: string;
            /** @example 5.00 */
            tolerance: string;
            /**
             * @example null
             * @enum {string|null}
             */
            treatment: "business" | "intra-community" | "partial" | "reverse-charge" | "sovereign" | null;
            version: number;
        };
        ContractChange: {
            /** @example 5241 */
            account?: string | null;
            costCentre?: string | null;
            /** @example 50 */
            deductiblePercent?: string | null;
            /**
             * Format: date
             * @example 2027-12-31
             */
            endsOn?: string | null;
            /**
             * @description What each invoice should amount to.
             * @example 119.00
             */
            expectedAmount?: string | null;
            /**
             * Format: date
             * @description When the next invoice is expected.
             * @example 2026-03-31
             */
            nextOn?: string | null;
            note?: string;
            /** @example 111.06 */
            product?: string | null;
            subject?: string;
            /**
             * @description By how much it may differ.
             * @example 5.00
             */
            tolerance?: string;
            /** @enum {string|null} */
            treatment?: "business" | "intra-community" | "partial" | "reverse-charge" | "sovereign" | null;
            version: number;
        };
        ContractDetail: {
            account: string | null;
            costCentre: string | null;
            deductiblePercent: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            endsOn: string | null;
            /** @example 119.00 */
            expectedAmount: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            firstOn: string;
            id: string;
            invoices: components["schemas"]["ContractInvoice"][];
            /**
             * Format: date
             * @description When the next invoice is expected.
             * @example 2026-04-01
             */
            nextOn: string | null;
            note: string;
            /** @example V-2026-17 */
            number: string;
            /**
             * @description The expected invoice has not come.
             * @example false
             */
            overdue: boolean;
            partnerId: string;
            partnerName: string;
            product: string | null;
            /**
             * @example monthly
             * @enum {string}
             */
            rhythm: "half-yearly" | "monthly" | "none" | "quarterly" | "yearly";
            /** @example Wartung Aufzug Rathaus */
            subject: string;
            /** @example 5.00 */
            tolerance: string;
            /**
             * @example null
             * @enum {string|null}
             */
            treatment: "business" | "intra-community" | "partial" | "reverse-charge" | "sovereign" | null;
            version: number;
        };
        ContractInvoice: {
            documentId: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            expectedOn: string | null;
            gross: string | null;
            /** @example E-2026-000123 */
            number: string;
            /** @example true */
            withinTolerance: boolean | null;
        };
        ContractList: {
            items: components["schemas"]["Contract"][];
            next: string | null;
        };
        CostCentre: {
            code: string;
            locked: boolean;
            name: string;
            version: number;
        };
        CostCentreChange: {
            locked?: boolean;
            name?: string;
            /** @description The version that was read. */
            version: number;
        };
        CostCentreList: {
            items: components["schemas"]["CostCentre"][];
            next: string | null;
        };
        CreatedApiToken: {
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            createdAt: string;
            /**
             * Format: date
             * @description The last day on which it works.
             * @example 2026-03-31
             */
            expiresOn: string;
            id: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            lastUsedAt: string | null;
            name: string;
            scopes: ("administer" | "all" | "audit" | "book" | "close" | "decide" | "deliver" | "export" | "import" | "invoicing" | "manage" | "read")[];
            /** @description The token, `fzt_…`; shown this once. */
            token: string;
        };
        CreatedUser: {
            active: boolean;
            deputies: components["schemas"]["Deputy"][];
            displayName: string;
            email: string | null;
            id: string;
            /** @description Only when none was given; shown this once. */
            initialPassword?: string;
            /** @enum {string} */
            language: "de" | "en";
            /**
             * Format: date-time
             * @description Until when strangers, or one browser or network, cannot sign in under this name.
             * @example 2026-03-31T09:15:00.000000Z
             */
            lockedUntil: string | null;
            mustChangePassword: boolean;
            /** @description The person signs in at the OpenID provider. */
            oidcLinked: boolean;
            /**
             * Format: date-time
             * @description Until when a first sign-in at the OpenID provider may link the account; null: not at all.
             * @example 2026-03-31T09:15:00.000000Z
             */
            oidcLinkUntil: string | null;
            roles: components["schemas"]["RoleAssignment"][];
            totpEnabled: boolean;
            userName: string;
            version: number;
        };
        /** @description The first look at a client in the morning. */
        Dashboard: {
            drafts: number;
            /** @description Entries of the fiscal year… */
            entries: number;
            /** @description …and those of the month that it is today. */
            entriesThisMonth: number;
            fiscalYear: number;
            /** @description The last proof of the books. */
            integrity: components["schemas"]["ProofResult"] | null;
            /** @description The entry with the highest number. */
            lastEntry: components["schemas"]["JournalEntry"] | null;
            lastSeal: components["schemas"]["LastSeal"] | null;
            /**
             * Format: euro
             * @example 1234.50
             */
            liquidFunds: string;
            openPeriods: components["schemas"]["OpenPeriod"][];
            /** @description The latest entries, eight at most. */
            recent: components["schemas"]["JournalEntry"][];
            /**
             * Format: euro
             * @description Revenue less expenses of the year so far.
             * @example 1234.50
             */
            result: string;
            /** @description Standing entries that will not post: who holds them may not any more, or the date of the next weeks has no open period. */
            standingAtRisk: number;
            /** @description Standing entries that are due today. */
            standingDue: number;
            /** @description Standing entries that the books refused and that wait for a person. */
            standingFailed: number;
        };
        DecidedDocument: {
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            acceptedAt: string | null;
            acceptedByName: string | null;
            acceptedReason: string | null;
            alarms: ("DuplicateAmount" | "DuplicateNumber" | "IbanChanged" | "IbanInvalid" | "Incomplete" | "TotalsDiffer" | "VisibleDiffers" | "WrongClient")[];
            assignees: components["schemas"]["Person"][];
            buyerReference: string | null;
            /** @enum {string} */
            channel: "api" | "folder" | "intake" | "internal" | "mail" | "upload";
            /** @description The coding as far as somebody has entered it. */
            coding: {
                [key: string]: unknown;
            } | null;
            contractReference: string | null;
            /** @description The earlier invoice that it corrects or follows up. */
            corrects: string | null;
            /** @example EUR */
            currency: string | null;
            /** @description What the automatic check says; the last word has a person. */
            decision: string | null;
            department: string | null;
            /**
             * Format: date
             * @description The first day on which Skonto is lost is the day after.
             * @example 2026-03-31
             */
            discountOn: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            dueOn: string | null;
            /** @description The document that it repeats, or seems to. */
            duplicateOf: string | null;
            /** @description The same bytes had been received before: this is the document that was made of them then. */
            duplicateUpload?: boolean;
            /** @description Which edition of the rules was applied. */
            edition: string | null;
            entries: components["schemas"]["DocumentEntry"][];
            /**
             * @description What was posted, when this was the last decision.
             * @example null
             */
            entry?: components["schemas"]["DocumentPosting"] | null;
            errors: number;
            /** @enum {string} */
            fileKind: "hybrid-pdf" | "image" | "mail" | "none" | "other" | "pdf" | "xml";
            /** @example rechnung-4711.xml */
            fileName: string;
            files: components["schemas"]["DocumentFile"][];
            findings: components["schemas"]["DocumentFinding"][];
            /** @example 1190.00 */
            gross: string | null;
            history: components["schemas"]["DocumentEvent"][];
            iban: string | null;
            id: string;
            /** @description The invoice in the terms of EN 16931, numbers as the file writes them; null where there is no record. At most 1,000 lines. */
            invoice: {
                [key: string]: unknown;
            } | null;
            invoiceNo: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            issueDate: string | null;
            /** @enum {string} */
            kind: "correction" | "credit-note" | "final-invoice" | "internal" | "invoice" | "order" | "other" | "partial-invoice";
            legalClass: string | null;
            links: components["schemas"]["DocumentLink"][];
            mail: components["schemas"]["DocumentMail"] | null;
            /** @example 1000.00 */
            net: string | null;
            /** @example E-2026-000123 */
            number: string;
            orderReference: string | null;
            /** @description How many pages can be shown. */
            pages: number;
            partnerId: string | null;
            /** @description The mail that it came with. */
            partOf: string | null;
            /** @example 1190.00 */
            payable: string | null;
            /**
             * @description UNTDID 4461.
             * @example 58
             */
            paymentMeans: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            receivedAt: string;
            receivedByName: string;
            /**
             * @description By what the supplier was recognised.
             * @example vat-id+name
             */
            recognisedBy: string | null;
            retention: components["schemas"]["Retention"];
            /** @description The sender's address, as far as it is known. */
            sender: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            serviceFrom: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            serviceTo: string | null;
            /** @description Of the file as received, hexadecimal; null for documents without a file. */
            sha256: string | null;
            /** @enum {string} */
            state: "decided" | "duplicate" | "filed" | "in-decision" | "new" | "posted" | "quarantined" | "rejected" | "returned";
            /** @description The step of the workflow in which it waits. */
            step: string | null;
            /** @example 2026-04-10 */
            stepDue: string | null;
            stepSince: string | null;
            /** @description By field: `number`, `gross`, `iban` … */
            suggestions: {
                [key: string]: components["schemas"]["Suggestion"][];
            };
            supplierKey: string | null;
            supplierName: string;
            /** @description The steps of the decision, waiting and decided. */
            tasks: {
                [key: string]: unknown;
            }[];
            /** @example 190.00 */
            tax: string | null;
            /** @description What the coding says it is for; null while nothing is coded. */
            text: string | null;
            version: number;
            warnings: number;
        };
        DeciderList: {
            items: components["schemas"]["Person"][];
            next: string | null;
        };
        Decision: {
            /**
             * Format: date
             * @description Posting: the booking date; absent: that of the coding, else today.
             * @example 2026-03-31
             */
            bookingDate?: string;
            /** @enum {string} */
            decision: "approve" | "forward" | "return" | "withdraw";
            /**
             * @description Needed for everything but an approval.
             * @example Menge stimmt nicht mit dem Lieferschein überein
             */
            note?: string;
            /**
             * @description Only where several shares are open to you.
             * @example 1
             */
            share?: number;
            /** @enum {string} */
            step: "arithmetic" | "factual" | "order" | "posting" | "second-order";
            /**
             * Format: uuid
             * @description forward: to whom.
             */
            to?: string;
            /**
             * @description return: to which earlier step; absent: to bookkeeping.
             * @example factual
             * @enum {string}
             */
            toStep?: "arithmetic" | "factual" | "order" | "posting" | "second-order";
            /**
             * @description Of the document.
             * @example 3
             */
            version: number;
        };
        Demonstration: {
            /**
             * @example complete
             * @enum {string}
             */
            state: "complete" | "filling" | "none";
        };
        /** @description A department of the client: documents are routed to it, and people decide for it. */
        Department: {
            active: boolean;
            /** @example FB3 */
            code: string;
            email: string | null;
            /** @example Bauen und Umwelt */
            name: string;
            version: number;
        };
        DepartmentChange: {
            active?: boolean;
            /** @example bauamt@ahlenbrueck.example */
            email?: string | null;
            name?: string;
            version: number;
        };
        DepartmentList: {
            items: components["schemas"]["Department"][];
            next: string | null;
        };
        Deputy: {
            clientId: number | null;
            deputyName: string;
            deputyUserId: string;
            id: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            validFrom: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            validTo: string;
            version: number;
        };
        DeputyChange: {
            /**
             * Format: date
             * @description The last day; yesterday ends the deputyship at once.
             * @example 2026-12-31
             */
            validTo: string;
            version: number;
        };
        /** @description A deputyship as either of the two sees it; today or later. */
        Deputyship: {
            /** @description Null: at every client. */
            clientId: number | null;
            clientName: string | null;
            /** @description It holds today; otherwise it begins later. */
            current: boolean;
            id: string;
            /** @description The other of the two. */
            personId: string;
            /** @example Clara Muster */
            personName: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            validFrom: string;
            /**
             * Format: date
             * @description The last day.
             * @example 2026-03-31
             */
            validTo: string;
        };
        Deputyships: {
            /** @description Who stands in for the person. */
            deputies: components["schemas"]["Deputyship"][];
            /** @description For whom the person stands in. */
            represented: components["schemas"]["Deputyship"][];
        };
        /** @description One document with everything that is known of it. */
        Document: {
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            acceptedAt: string | null;
            acceptedByName: string | null;
            acceptedReason: string | null;
            alarms: ("DuplicateAmount" | "DuplicateNumber" | "IbanChanged" | "IbanInvalid" | "Incomplete" | "TotalsDiffer" | "VisibleDiffers" | "WrongClient")[];
            assignees: components["schemas"]["Person"][];
            buyerReference: string | null;
            /** @enum {string} */
            channel: "api" | "folder" | "intake" | "internal" | "mail" | "upload";
            /** @description The coding as far as somebody has entered it. */
            coding: {
                [key: string]: unknown;
            } | null;
            contractReference: string | null;
            /** @description The earlier invoice that it corrects or follows up. */
            corrects: string | null;
            /** @example EUR */
            currency: string | null;
            /** @description What the automatic check says; the last word has a person. */
            decision: string | null;
            department: string | null;
            /**
             * Format: date
             * @description The first day on which Skonto is lost is the day after.
             * @example 2026-03-31
             */
            discountOn: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            dueOn: string | null;
            /** @description The document that it repeats, or seems to. */
            duplicateOf: string | null;
            /** @description The same bytes had been received before: this is the document that was made of them then. */
            duplicateUpload?: boolean;
            /** @description Which edition of the rules was applied. */
            edition: string | null;
            entries: components["schemas"]["DocumentEntry"][];
            errors: number;
            /** @enum {string} */
            fileKind: "hybrid-pdf" | "image" | "mail" | "none" | "other" | "pdf" | "xml";
            /** @example rechnung-4711.xml */
            fileName: string;
            files: components["schemas"]["DocumentFile"][];
            findings: components["schemas"]["DocumentFinding"][];
            /** @example 1190.00 */
            gross: string | null;
            history: components["schemas"]["DocumentEvent"][];
            iban: string | null;
            id: string;
            /** @description The invoice in the terms of EN 16931, numbers as the file writes them; null where there is no record. At most 1,000 lines. */
            invoice: {
                [key: string]: unknown;
            } | null;
            invoiceNo: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            issueDate: string | null;
            /** @enum {string} */
            kind: "correction" | "credit-note" | "final-invoice" | "internal" | "invoice" | "order" | "other" | "partial-invoice";
            legalClass: string | null;
            links: components["schemas"]["DocumentLink"][];
            mail: components["schemas"]["DocumentMail"] | null;
            /** @example 1000.00 */
            net: string | null;
            /** @example E-2026-000123 */
            number: string;
            orderReference: string | null;
            /** @description How many pages can be shown. */
            pages: number;
            partnerId: string | null;
            /** @description The mail that it came with. */
            partOf: string | null;
            /** @example 1190.00 */
            payable: string | null;
            /**
             * @description UNTDID 4461.
             * @example 58
             */
            paymentMeans: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            receivedAt: string;
            receivedByName: string;
            /**
             * @description By what the supplier was recognised.
             * @example vat-id+name
             */
            recognisedBy: string | null;
            retention: components["schemas"]["Retention"];
            /** @description The sender's address, as far as it is known. */
            sender: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            serviceFrom: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            serviceTo: string | null;
            /** @description Of the file as received, hexadecimal; null for documents without a file. */
            sha256: string | null;
            /** @enum {string} */
            state: "decided" | "duplicate" | "filed" | "in-decision" | "new" | "posted" | "quarantined" | "rejected" | "returned";
            /** @description The step of the workflow in which it waits. */
            step: string | null;
            /** @example 2026-04-10 */
            stepDue: string | null;
            stepSince: string | null;
            /** @description By field: `number`, `gross`, `iban` … */
            suggestions: {
                [key: string]: components["schemas"]["Suggestion"][];
            };
            supplierKey: string | null;
            supplierName: string;
            /** @description The steps of the decision, waiting and decided. */
            tasks: {
                [key: string]: unknown;
            }[];
            /** @example 190.00 */
            tax: string | null;
            /** @description What the coding says it is for; null while nothing is coded. */
            text: string | null;
            version: number;
            warnings: number;
        };
        DocumentChange: {
            contractReference?: string | null;
            /** @example EUR */
            currency?: string | null;
            department?: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            discountOn?: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            dueOn?: string | null;
            /** @example 1190.00 */
            gross?: string | null;
            /** @example DE89 3704 0044 0532 0130 00 */
            iban?: string | null;
            /** @example RE-2026-0815 */
            invoiceNo?: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            issueDate?: string | null;
            /** @enum {string} */
            kind?: "correction" | "credit-note" | "final-invoice" | "internal" | "invoice" | "other" | "partial-invoice";
            /** @example 1000.00 */
            net?: string | null;
            orderReference?: string | null;
            /** Format: uuid */
            partnerId?: string | null;
            /** @example 1190.00 */
            payable?: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            serviceFrom?: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            serviceTo?: string | null;
            /** @example Nordtal Energie GmbH */
            supplierName?: string;
            /** @example 190.00 */
            tax?: string | null;
            version: number;
        };
        DocumentEntry: {
            /**
             * Format: euro
             * @example 1234.50
             */
            amount: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            bookingDate: string;
            /** @example 2026-17 */
            id: string;
            text: string;
        };
        /** @description Something that happened to the document: who, when, what. */
        DocumentEvent: {
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            at: string;
            byName: string;
            detail: {
                [key: string]: unknown;
            };
            /** @example 4711 */
            id: string;
            /** @example received */
            kind: string;
            note: string;
        };
        DocumentFile: {
            mime: string;
            name: string;
            no: number;
            /** @enum {string} */
            role: "attachment" | "invoice-xml" | "original";
            /** @description null: the file lies inside the original. */
            sha256: string | null;
            /** @description In bytes; null where it is not known before it is unpacked. */
            size: number | null;
        };
        /** @description What a check found: a rule of EN 16931 or XRechnung, or a check of our own. */
        DocumentFinding: {
            /**
             * @description What to do about it, in the language of the request; null where the message says enough.
             * @example Lassen Sie sich die Rechnung mit Leitweg-ID neu schicken.
             */
            hint: string | null;
            /** @example BR-DE-15 */
            id: string;
            /** @description In the language of the request. */
            message: string;
            /** @description A rule of EN 16931 or XRechnung; otherwise a check of our own. */
            official: boolean;
            /** @enum {string} */
            severity: "error" | "fatal" | "information" | "warning";
            /**
             * @description Business terms.
             * @example [
             *       "BT-10"
             *     ]
             */
            terms: string[];
            where: string | null;
        };
        /** @description Something that the document is connected with. */
        DocumentLink: {
            /**
             * Format: euro
             * @description What a linked document asks for, in euros; null of everything else.
             * @example 1234.50
             */
            amount: string | null;
            id: string;
            /**
             * @example duplicate-of
             * @enum {string}
             */
            kind: "corrected-by" | "corrects" | "duplicate" | "duplicate-of" | "mail" | "open-item" | "part" | "partner";
            label: string | null;
            number: string | null;
        };
        DocumentList: {
            counts: components["schemas"]["InboxCounts"];
            items: components["schemas"]["DocumentRow"][];
            next: string | null;
        };
        DocumentMail: {
            /**
             * Format: date
             * @description An instant.
             * @example 2026-03-31
             */
            date: string | null;
            /** @example Lieferant <versand@lieferant.example> */
            from: string;
            subject: string;
            text: string;
            /** @example rechnung@ahlenbrueck.example */
            to: string;
        };
        DocumentPosting: {
            /**
             * @description Plans that dissolve what was deferred.
             * @example []
             */
            accruals: string[];
            /** @example 4711 */
            entryNo: number;
            /** @example 2026 */
            fiscalYear: number;
            /** @example 2026-4711 */
            id: string;
            openItems: components["schemas"]["RaisedOpenItem"][];
        };
        /** @description A line of the inbox. */
        DocumentRow: {
            alarms: ("DuplicateAmount" | "DuplicateNumber" | "IbanChanged" | "IbanInvalid" | "Incomplete" | "TotalsDiffer" | "VisibleDiffers" | "WrongClient")[];
            assignees: components["schemas"]["Person"][];
            /** @enum {string} */
            channel: "api" | "folder" | "intake" | "internal" | "mail" | "upload";
            /** @description The earlier invoice that it corrects or follows up. */
            corrects: string | null;
            /** @example EUR */
            currency: string | null;
            /** @description What the automatic check says; the last word has a person. */
            decision: string | null;
            department: string | null;
            /**
             * Format: date
             * @description The first day on which Skonto is lost is the day after.
             * @example 2026-03-31
             */
            discountOn: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            dueOn: string | null;
            /** @description The document that it repeats, or seems to. */
            duplicateOf: string | null;
            errors: number;
            /** @enum {string} */
            fileKind: "hybrid-pdf" | "image" | "mail" | "none" | "other" | "pdf" | "xml";
            /** @example rechnung-4711.xml */
            fileName: string;
            /** @example 1190.00 */
            gross: string | null;
            id: string;
            invoiceNo: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            issueDate: string | null;
            /** @enum {string} */
            kind: "correction" | "credit-note" | "final-invoice" | "internal" | "invoice" | "order" | "other" | "partial-invoice";
            legalClass: string | null;
            /** @example 1000.00 */
            net: string | null;
            /** @example E-2026-000123 */
            number: string;
            partnerId: string | null;
            /** @description The mail that it came with. */
            partOf: string | null;
            /** @example 1190.00 */
            payable: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            receivedAt: string;
            receivedByName: string;
            /** @description The sender's address, as far as it is known. */
            sender: string;
            /** @enum {string} */
            state: "decided" | "duplicate" | "filed" | "in-decision" | "new" | "posted" | "quarantined" | "rejected" | "returned";
            /** @description The step of the workflow in which it waits. */
            step: string | null;
            /** @example 2026-04-10 */
            stepDue: string | null;
            stepSince: string | null;
            supplierName: string;
            /** @example 190.00 */
            tax: string | null;
            /** @description What the coding says it is for; null while nothing is coded. */
            text: string | null;
            version: number;
            warnings: number;
        };
        DocumentTask: {
            /**
             * Format: euro
             * @description What it is about.
             * @example 119.00
             */
            amount: string;
            /**
             * @description The one person asked; null where several or a role are.
             * @example null
             */
            assignedTo: components["schemas"]["Person"] | null;
            /** @example false */
            bySystem: boolean;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            decidedAt: string | null;
            /** @example null */
            decidedBy: components["schemas"]["Person"] | null;
            /** @example null */
            deputyFor: components["schemas"]["Person"] | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            dueOn: string;
            /**
             * @description Who may decide besides since the deadline passed: the deputies of those asked, or a role.
             * @example null
             * @enum {string|null}
             */
            escalatedTo: "administrator" | "auditor" | "budget-holder" | "cash-officer" | "centre-lead" | "clerk" | "deputy" | "enforcement-officer" | "treasurer" | null;
            /**
             * @description Waits for the person who asks, as holder or as deputy.
             * @example true
             */
            mine: boolean;
            /** @example 1 */
            no: number;
            /** @example  */
            note: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            openedAt: string;
            /** @example [] */
            people: components["schemas"]["Person"][];
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            remindedAt: string | null;
            /**
             * @example clerk
             * @enum {string|null}
             */
            role: "administrator" | "auditor" | "budget-holder" | "cash-officer" | "centre-lead" | "clerk" | "enforcement-officer" | "treasurer" | null;
            share: number | null;
            /**
             * @example open
             * @enum {string}
             */
            state: "approved" | "forwarded" | "open" | "returned" | "withdrawn";
            /**
             * @example order
             * @enum {string}
             */
            step: "arithmetic" | "factual" | "order" | "posting" | "second-order";
            /**
             * @description An approval that a later return has overtaken.
             * @example false
             */
            voided: boolean;
        };
        DocumentVersion: {
            /**
             * @description Of the document.
             * @example 3
             */
            version: number;
        };
        /** @description An entry that nobody has posted yet. */
        Draft: {
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            createdAt: string;
            createdBy: components["schemas"]["Person"];
            /** @description Whatever has been entered so far; it need not be complete or right. */
            entry: {
                [key: string]: unknown;
            };
            id: string;
            note: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            updatedAt: string;
            updatedBy: components["schemas"]["Person"];
            /** @description To be sent with a change, so that nobody overwrites another's. */
            version: number;
        };
        DraftChange: {
            /** @description Whatever has been entered so far. */
            entry: {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @description May be chosen by the browser, so that a repeated request makes no second draft.
             */
            id?: string;
            note?: string;
            version: number;
        };
        DraftList: {
            items: components["schemas"]["Draft"][];
            next: string | null;
        };
        DuplicateDecision: {
            /** @description true: it repeats the other document and is put aside; false: it is one of its own. */
            duplicate: boolean;
            /** @example Zwei Abschläge im selben Monat, beide bestellt */
            reason: string;
            version?: number;
        };
        EntryDocuments: {
            items: components["schemas"]["DocumentRow"][];
            next: string | null;
        };
        /** @description An entry to begin from, without date and document. */
        EntryTemplate: {
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            createdAt: string;
            entry: {
                [key: string]: unknown;
            };
            id: string;
            /** @example Telefonrechnung Rathaus */
            name: string;
        };
        EntryTemplateList: {
            items: components["schemas"]["EntryTemplate"][];
            next: string | null;
        };
        Escalation: {
            /**
             * @description Days after the deadline.
             * @example 3
             */
            afterDays: number;
            /**
             * @description `deputy`: the deputies of those asked; or a role.
             * @example treasurer
             * @enum {string}
             */
            to: "administrator" | "auditor" | "budget-holder" | "cash-officer" | "centre-lead" | "clerk" | "deputy" | "enforcement-officer" | "treasurer";
        };
        /** @description What is wrong or odd about a place in a file. */
        FileFinding: {
            column: string | null;
            /** @description The line of the file, from 1; null: the file as a whole. */
            line: number | null;
            /** @description What is wrong and what to do, in the reader's language. */
            message: string;
            /**
             * @description The rule, one of the problem codes.
             * @example AccountUnknown
             */
            rule: string;
        };
        /** @description The folder outside the database in which every seal is filed once. */
        Filing: {
            /**
             * @description The last filed seal is missing in the books or reads otherwise there; null when they agree.
             * @enum {string|null}
             */
            finding: "different" | "missing" | null;
            /** @description Number of the last filed seal; 0 when there is none. */
            lastFiled: number;
        };
        Finding: {
            rule: string;
            /** @description Year, account or entry. */
            where: string;
        };
        FiscalYear: {
            /**
             * Format: date
             * @example 2026-03-31
             */
            endsOn: string;
            /** @description Number of entries posted. */
            entries: number;
            periods: components["schemas"]["Period"][];
            /**
             * Format: date
             * @example 2026-03-31
             */
            startsOn: string;
            /**
             * @description As open as the most open of its periods.
             * @enum {string}
             */
            state: "closed" | "open" | "soft-closed";
            year: number;
        };
        FiscalYearList: {
            items: components["schemas"]["FiscalYear"][];
            next: string | null;
        };
        Health: {
            /** @enum {string} */
            status: "ok";
        };
        InboxCounts: {
            /**
             * @description Over the whole inbox, whatever the filter.
             * @example {
             *       "new": 12,
             *       "posted": 840
             *     }
             */
            byState: {
                [key: string]: number;
            };
        };
        InitialPassword: {
            /** @description Shown this once; it must be changed at the first sign-in. */
            initialPassword: string;
        };
        /** @description One posting of an accrual: the cents of a split differ from month to month, so each is known in advance. */
        Instalment: {
            /**
             * Format: date
             * @example 2026-03-31
             */
            date: string;
            /** @description Lines as an entry takes them. */
            lines: Record<string, never>[];
        };
        Integrity: {
            /** @description Null where no folder is set up or it cannot be read now. */
            filing: components["schemas"]["Filing"] | null;
            /** @description All keys in their order; the last one is in force. */
            keys: components["schemas"]["SealKey"][];
            lastProof: components["schemas"]["Proof"] | null;
            lastSeal: components["schemas"]["Seal"] | null;
            /** @description To how many auditors the last seal was mailed. */
            mailedTo: number;
            vouchers: components["schemas"]["VoucherEvidence"];
            years: components["schemas"]["ChainHead"][];
        };
        InvoiceFile: {
            /** @enum {string} */
            kind: "cii" | "pdf" | "ubl";
            name: string;
            /** @description Hexadecimal. */
            sha256: string;
            /** @description Bytes. */
            size: number;
        };
        InvoiceOpenItem: {
            id: string;
            no: number;
            /** @description Euros still open; negative what we owe back. */
            open: string;
        };
        InvoicePartner: {
            id: string;
            name: string;
            number: string;
        };
        InvoiceReference: {
            id: string;
            /** @description Null for a draft. */
            number: string | null;
        };
        InvoiceVatGroup: {
            /** @enum {string} */
            category: "AE" | "E" | "O" | "S" | "Z";
            /** @description Euros. */
            net: string;
            /** @description Per cent. */
            rate: string;
            /** @description Why there is no tax. */
            reason: string | null;
            /** @description Euros. */
            tax: string;
        };
        Issue: {
            /**
             * Format: date
             * @description Default: today.
             * @example 2026-12-31
             */
            bookingDate?: string;
            /** @description The version that was read. */
            version: number;
        };
        ItemOffset: {
            /**
             * Format: euro
             * @example 119.00
             */
            amount: string;
            /** @example 5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10 */
            itemId: string;
        };
        /** @description What an open item was in another system. */
        ItemOrigin: {
            dunningLevel: number;
            /**
             * Format: date
             * @example 2026-03-31
             */
            lastDunnedOn: string | null;
            /** @example OP-1002 */
            number: string;
            /**
             * @description What it was raised with.
             * @example 1500.00
             */
            originalAmount: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            originatedOn: string | null;
        };
        /** @description An import: the whole file or nothing. It survives a restart and is never done twice. */
        Job: {
            /**
             * Format: date
             * @example 2026-03-31
             */
            bookingDate: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            createdAt: string;
            createdBy: components["schemas"]["Person"];
            /** @description Everything is checked and nothing is kept. */
            dryRun: boolean;
            errorCount: number;
            /** @description The first findings; `errorCount` says how many there are. */
            errors: components["schemas"]["FileFinding"][];
            /** @example buchungen-maerz.csv */
            fileName: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            finishedAt: string | null;
            /** @enum {string} */
            format: "csv" | "jsonl";
            id: string;
            /** @enum {string} */
            kind: "accounts" | "cash-flows" | "cost-centres" | "journal" | "open-items" | "opening-balances" | "partners" | "products" | "results";
            progress: components["schemas"]["JobProgress"];
            result: components["schemas"]["JobResult"] | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            startedAt: string | null;
            /** @enum {string} */
            state: "done" | "failed" | "running" | "waiting";
        };
        JobList: {
            items: components["schemas"]["Job"][];
            next: string | null;
        };
        JobProgress: {
            bytesRead: number;
            bytesTotal: number;
            entries: number;
            lines: number;
        };
        /** @description What a finished import did, or would do where it was a dry run. */
        JobResult: {
            /** @description Entries, or the records of master data. */
            entries: number;
            /** @example 2026-17 */
            firstEntry: string | null;
            /** @example 2026-84 */
            lastEntry: string | null;
            lines: number;
            /** @description Entries that an idempotency key had brought in before; records that were there already as the file has them. */
            replayed: number;
            /**
             * Format: euro
             * @description Sum of the debit lines.
             * @example 1234.50
             */
            total: string;
            warnings: components["schemas"]["FileFinding"][];
        };
        Journal: {
            items: components["schemas"]["JournalEntry"][];
            /** @description The `after` of the next page; null on the last. */
            next: string | null;
        };
        /** @description An entry as it stands in the journal. */
        JournalEntry: {
            author: components["schemas"]["Person"];
            /**
             * Format: date
             * @example 2026-03-31
             */
            bookingDate: string;
            /**
             * @description SHA-256 over the entry and the hash before it, in hexadecimal.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            chainHash: string;
            /**
             * Format: date
             * @description Date of the voucher (Belegdatum), or null.
             * @example 2026-03-31
             */
            documentDate: string | null;
            /** @description Consecutive within the year, without a gap. */
            entryNo: number;
            fiscalYear: number;
            /**
             * @description Fiscal year and number.
             * @example 2026-17
             */
            id: string;
            /** @enum {string} */
            kind: "accrual" | "closing" | "opening" | "regular" | "reversal" | "standing";
            lines: components["schemas"]["JournalLine"][];
            /** @description 0 opening balances, 1–12 months, 13 closing entries. */
            period: number;
            /** @description Why it takes back or, of an opening entry, corrects; empty for any other entry. */
            reason: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            recordedAt: string;
            /** @description Number of the document (Belegnummer). */
            reference: string;
            /** @description The entry that takes this one back. */
            reversedBy: string | null;
            /** @description The entry that this one takes back. */
            reverses: string | null;
            /**
             * @description Where it came from: `api`, `draft`, `import:…`, `standing:…`.
             * @example api
             */
            source: string;
            /** @example Grundsteuer B, I. Quartal */
            text: string;
            /**
             * Format: euro
             * @description Sum of the debit lines.
             * @example 1234.50
             */
            total: string;
        };
        /** @description A line with the names of what it was booked on. */
        JournalLine: {
            account: string;
            accountName: string;
            /** @description Account of class 6 or 7 that a movement of liquid funds carries. */
            cashAccount: string | null;
            cashAccountName: string | null;
            costCentre: string | null;
            /**
             * Format: euro
             * @example 1234.50
             */
            credit: string | null;
            /**
             * Format: euro
             * @example 1234.50
             */
            debit: string | null;
            /** @description 1, 2, 3 … in the order of the entry. */
            lineNo: number;
            /** @description The open item that the line raises or settles; on control accounts only. */
            openItem: components["schemas"]["OpenItemRef"] | null;
            product: string | null;
            productName: string | null;
            /** @description The tax that the line states, or null. */
            tax: components["schemas"]["LineTax"] | null;
            text: string;
        };
        Language: {
            /** @enum {string} */
            language: "de" | "en";
        };
        LastSeal: {
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            sealedAt: string;
            sealNo: number;
        };
        LedgerAccount: {
            name: string;
            number: string;
            /**
             * @description The side on which it grows.
             * @enum {string|null}
             */
            side: "credit" | "debit" | null;
        };
        /** @description A line of an account with the balance after it; debit is positive. */
        LedgerLine: {
            account: string;
            /**
             * Format: euro
             * @example 1234.50
             */
            balance: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            bookingDate: string;
            cashAccount: string | null;
            /**
             * @description The account on the other side; `diverse` where there are several.
             * @example 4011
             */
            contra: string | null;
            costCentre: string | null;
            /**
             * Format: euro
             * @example 1234.50
             */
            credit: string | null;
            /**
             * Format: euro
             * @example 1234.50
             */
            debit: string | null;
            /** @example 2026-17 */
            entryId: string;
            entryNo: number;
            fiscalYear: number;
            /** @enum {string} */
            kind: "accrual" | "closing" | "opening" | "regular" | "reversal" | "standing";
            lineNo: number;
            /** @description The open item that the line moves; on control accounts only. */
            openItem: components["schemas"]["OpenItemRef"] | null;
            product: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            recordedAt: string;
            reference: string;
            text: string;
        };
        LedgerTotals: {
            /**
             * Format: euro
             * @description The balance at the end of the whole span, not of the page.
             * @example 1234.50
             */
            closing: string;
            /**
             * Format: euro
             * @example 1234.50
             */
            credit: string;
            /**
             * Format: euro
             * @example 1234.50
             */
            debit: string;
        };
        LegalHold: {
            hold: boolean;
            /** @example Prüfung durch die gpaNRW angekündigt */
            reason: string;
        };
        Letter: {
            body: string;
            /** @description It will be mailed; otherwise it is to be copied. */
            sent: boolean;
            subject: string;
            /**
             * @description Empty where no address of the sender is known.
             * @example rechnung@lieferant.example
             */
            to: string;
        };
        /** @description Value added tax that a line states. */
        LineTax: {
            /** @description Euros, without the sign of the line. */
            base: string;
            /** @example VST19 */
            code: string;
            /**
             * @description Percent.
             * @example 19.00
             */
            rate: string;
        };
        Mandate: {
            /**
             * @description With or without blanks.
             * @example DE75512108001245126199
             */
            iban: string;
            /** @example M-2021-0456 */
            reference: string;
        };
        Missing: {
            message: string;
            /** @description Where it is mended: a field of the invoice, `/seller/…` for the client's own data, `/partnerId` for the partner's. */
            pointer: string;
            rule: string;
        };
        MyDecision: {
            /** @example 1 */
            clientId: number;
            coding: components["schemas"]["Coding"] | null;
            /**
             * @description For whom, when somebody stands in.
             * @example null
             */
            deputyFor: components["schemas"]["Person"] | null;
            document: components["schemas"]["DocumentRow"];
            /**
             * @description The places of the coding lines that it is about, from 0; null when the document is decided as a whole.
             * @example null
             */
            lines: number[] | null;
            /** @example false */
            overdue: boolean;
            task: components["schemas"]["DocumentTask"];
        };
        MyDecisionList: {
            items: components["schemas"]["MyDecision"][];
            next: string | null;
        };
        NewAccount: {
            /** @description Account of class 6/7 for payments; default: the parent's. */
            defaultCashAccount?: string | null;
            /** @example Stromkosten Rathaus */
            name: string;
            /**
             * @description Begins with the parent's number, 10 digits at most.
             * @example 524110
             */
            number: string;
            /**
             * @description The account above. Default: the one with the longest number that this one begins with.
             * @example 5241
             */
            parent?: string;
            /** @description Whether each line on it needs a product; default: as the parent. */
            productRequired?: boolean;
        };
        NewAccrual: {
            /**
             * @description Account of group 19 (paid in advance) or 39 (received in advance).
             * @example 1911
             */
            accrualAccount: string;
            /**
             * Format: euro
             * @description Euros, the whole amount of the service period.
             * @example 1234.50
             */
            amount: string;
            /**
             * Format: date
             * @description When the amount of the later months is taken out of the result.
             * @example 2026-03-31
             */
            bookingDate: string;
            costCentre?: string;
            /**
             * @description Expense (class 5) or revenue account (class 4) that the amount was booked to.
             * @example 5441
             */
            expenseAccount: string;
            product?: string;
            reference?: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            serviceFrom: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            serviceTo: string;
            text: string;
        };
        NewApiToken: {
            /**
             * Format: date
             * @description The last day on which it works; without it, after the usual number of days.
             * @example 2026-12-31
             */
            expiresOn?: string | null;
            /**
             * @description What it is for.
             * @example nightly export
             */
            name: string;
            /**
             * @description What it is good for; it never may more than its person. `all` is everything the person may do.
             * @example [
             *       "read",
             *       "export"
             *     ]
             */
            scopes: ("administer" | "all" | "audit" | "book" | "close" | "decide" | "deliver" | "export" | "import" | "invoicing" | "manage" | "read")[];
        };
        NewBankAccount: {
            /**
             * @description The account of group 18 on which its money is booked.
             * @example 1811
             */
            account: string;
            /** @example BYLADEM1001 */
            bic?: string | null;
            /**
             * @description With or without spaces; length and check digits are verified.
             * @example DE02 1203 0000 0000 2020 51
             */
            iban: string;
            /** @example Sparkasse Ahlenbrück, laufendes Konto */
            name: string;
        };
        NewBatch: {
            /** @example Rechnungen vom Wochenende */
            name: string;
        };
        NewClient: {
            address?: components["schemas"]["Address"] | null;
            /** @description Arms as a data URI of a small PNG, or of an SVG with drawing elements only (40 kB at most). */
            arms?: string | null;
            /**
             * @description The colour that marks this client on every screen.
             * @example #1f5f8b
             */
            colour?: string;
            /**
             * @description SEPA creditor identifier; its check digits are verified.
             * @example DE98ZZZ09999999999
             */
            creditorIdentifier?: string | null;
            /** Format: email */
            email?: string | null;
            /**
             * @description The first fiscal year, ready to be booked on.
             * @example 2026
             */
            fiscalYear: number;
            /**
             * @description Short name for addresses and files; never changes.
             * @example ahlenbrueck
             */
            key: string;
            /**
             * @description Default: as the template says.
             * @enum {string}
             */
            kind?: "municipality" | "special-fund";
            /** @example Gemeinde Ahlenbrück */
            name: string;
            /**
             * @description Official municipality key (AGS), eight digits; NRW begins with 05.
             * @example 05999004
             */
            officialKey?: string | null;
            /** @description The municipality that a special fund belongs to. */
            parentClientId?: number | null;
            phone?: string | null;
            /**
             * @description How columns and switchers call it, up to 40 characters. Default: the name.
             * @example Ahlenbrück
             */
            shortName?: string;
            /**
             * @description What the client starts with: chart, product frame, settings.
             * @enum {string}
             */
            template: "nrw-municipality" | "nrw-special-fund";
            /** @example DE999999999 */
            vatId?: string | null;
            /**
             * @description `none`: no trader, `small`: small trader (§ 19 UStG), `regular`: liable to VAT. Default: as the template says.
             * @enum {string}
             */
            vatStatus?: "none" | "regular" | "small";
        };
        NewContract: {
            /** @example 5241 */
            account?: string | null;
            costCentre?: string | null;
            /** @example 50 */
            deductiblePercent?: string | null;
            /**
             * Format: date
             * @example 2027-12-31
             */
            endsOn?: string | null;
            /**
             * @description What each invoice should amount to.
             * @example 119.00
             */
            expectedAmount?: string | null;
            /**
             * Format: date
             * @description When the first invoice is expected.
             * @example 2026-03-31
             */
            firstOn: string;
            note?: string;
            /** @example V-2026-17 */
            number: string;
            /** Format: uuid */
            partnerId: string;
            /** @example 111.06 */
            product?: string | null;
            /** @enum {string} */
            rhythm: "half-yearly" | "monthly" | "none" | "quarterly" | "yearly";
            /** @example Wartung Aufzug Rathaus */
            subject: string;
            /**
             * @description By how much it may differ.
             * @example 5.00
             */
            tolerance?: string;
            /** @enum {string|null} */
            treatment?: "business" | "intra-community" | "partial" | "reverse-charge" | "sovereign" | null;
        };
        NewCostCentre: {
            /** @example 1010 */
            code: string;
            /** @example Rathaus */
            name: string;
        };
        NewDepartment: {
            /** @example FB3 */
            code: string;
            /** @example bauamt@ahlenbrueck.example */
            email?: string;
            /** @example Bauen und Umwelt */
            name: string;
        };
        NewDeputy: {
            /** @description null: at every client. */
            clientId: number | null;
            /**
             * Format: uuid
             * @description Who stands in.
             */
            deputyUserId: string;
            /**
             * Format: date
             * @example 2026-12-31
             */
            validFrom: string;
            /**
             * Format: date
             * @example 2026-12-31
             */
            validTo: string;
        };
        NewDraft: {
            /** @description Whatever has been entered so far. */
            entry: {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @description May be chosen by the browser, so that a repeated request makes no second draft.
             */
            id?: string;
            note?: string;
        };
        /** @description An entry to be posted. Read and held against the books by hand-written rules, each refusal with its pointer. */
        NewEntry: {
            /**
             * Format: date
             * @description `YYYY-MM-DD`.
             * @example 2026-03-31
             */
            bookingDate: string;
            /** @description Only with `opening`: why it corrects balances that are open already. */
            correction?: string | null;
            /**
             * Format: date
             * @description Date of the voucher (Belegdatum), `YYYY-MM-DD`.
             * @example 2026-03-31
             */
            documentDate?: string | null;
            /** @description Default: the year of the booking date. */
            fiscalYear?: number;
            /** @enum {string} */
            kind?: "closing" | "opening" | "regular";
            lines: components["schemas"]["NewLine"][];
            /** @description 0 opening, 1–12 months, 13 closing. Default: from kind and date. */
            period?: number;
            /** @description Number of the document (Belegnummer). */
            reference?: string | null;
            text: string;
        };
        NewFiscalYear: {
            /**
             * @description The calendar year before the first or after the last.
             * @example 2027
             */
            year: number;
        };
        /** @description One line of an entry: exactly one of `debit` and `credit`. */
        NewLine: {
            /**
             * @description Account number.
             * @example 1811
             */
            account: string;
            /** @description Account of class 6 or 7; required where liquid funds move. */
            cashAccount?: string | null;
            costCentre?: string | null;
            /**
             * Format: euro
             * @description Euros with two decimals.
             * @example 1234.50
             */
            credit?: string | null;
            /**
             * Format: euro
             * @description Euros with two decimals.
             * @example 1234.50
             */
            debit?: string | null;
            /** @description Id of the open item that the line moves; required on control accounts (creditors, debtors), and only there. */
            openItem?: string | null;
            /** @description Product code. */
            product?: string | null;
            /** @description Value added tax that the line states: its key, rate in percent (`"19.00"`) and base in euros. */
            tax?: components["schemas"]["NewLineTax"] | null;
            text?: string | null;
        };
        NewLineTax: {
            /**
             * @description Euros without a sign; it takes the side of the line.
             * @example 100.00
             */
            base: string;
            /**
             * @description Key of the client’s tax keys.
             * @example VST19
             */
            code: string;
            /**
             * @description Percent.
             * @example 19.00
             */
            rate: string;
        };
        /** @description A credit note or credit set against what is owed, without any payment. */
        NewOffset: {
            /**
             * Format: euro
             * @description Default: as much as both have open.
             * @example 1234.50
             */
            amount?: string | null;
            /**
             * Format: date
             * @example 2026-12-31
             */
            bookingDate: string;
            /**
             * Format: uuid
             * @description Id of the credit note.
             * @example 7d0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c11
             */
            credit: string;
            /**
             * Format: uuid
             * @description Id of the item that is owed.
             */
            liability: string;
            /** @example Gutschrift GS-2026-7 gegen Rechnung RE-2026-815 */
            text?: string;
        };
        /** @description Money to be paid or moved without an invoice. Internal allocations debit the lines and name in `prepaid` the account and product that are credited. */
        NewOrder: {
            coding: components["schemas"]["Coding"];
            department?: string | null;
            /**
             * @example single
             * @enum {string}
             */
            kind: "collective" | "internal" | "single" | "standing";
            /** @example null */
            standing?: components["schemas"]["StandingWish"] | null;
            /**
             * @description Send it on its way at once; default true.
             * @example true
             */
            submit?: boolean;
        };
        NewOwnMatter: {
            /**
             * @description The partner is the person, a relative, or close in another way (§ 31 GO NRW).
             * @enum {string}
             */
            kind: "other" | "relative" | "self";
            note?: string;
            /**
             * Format: uuid
             * @description Id of the partner.
             */
            partnerId: string;
            /**
             * Format: uuid
             * @description Id of the person.
             */
            person: string;
        };
        NewPartner: {
            /** @description The first address. */
            address?: components["schemas"]["NewPartnerAddress"];
            /** @description The first bank account; proposed like any other. */
            bankAccount?: components["schemas"]["NewPartnerBankAccount"];
            email?: string | null;
            /**
             * @description Electronic address for invoices.
             * @example rechnung@erlengrund.example
             */
            endpoint?: string | null;
            /**
             * @description Scheme of the electronic address.
             * @example EM
             */
            endpointScheme?: string | null;
            /** @enum {string} */
            kind: "company" | "employee" | "person" | "public-body";
            /**
             * @description Language of letters.
             * @enum {string}
             */
            language?: "de" | "en";
            /**
             * @description For invoices to a public body.
             * @example 05315-12001-34
             */
            leitwegId?: string | null;
            /** @example Baustoffe Erlengrund GmbH */
            name: string;
            note?: string;
            /**
             * @description Why nothing is paid to this partner; null lifts the block.
             * @example Pfändung liegt vor
             */
            paymentBlock?: string | null;
            /**
             * @description Days until a claim or liability is due, unless a document says otherwise.
             * @example 30
             */
            paymentTermDays?: number | null;
            /** @example 02233 900-0 */
            phone?: string | null;
            /**
             * @description Commercial register or the like (BT-30).
             * @example HRB 12345
             */
            registerId?: string | null;
            /**
             * @description How the supplier names itself in its invoices (BT-29).
             * @example L-4711
             */
            supplierNumber?: string | null;
            /** @example 205/5801/1234 */
            taxNumber?: string | null;
            /** @example Erlengrund Baumarkt */
            tradingName?: string | null;
            /**
             * Format: uuid
             * @description The person of the centre whom this partner is: their own matter.
             */
            userId?: string | null;
            /** @example DE123456789 */
            vatId?: string | null;
        };
        NewPartnerAddress: {
            /** @example Hinterhaus */
            addition?: string;
            /** @example Ahlenbrück */
            city: string;
            /**
             * @description ISO 3166, two letters; default Germany.
             * @example DE
             */
            country?: string;
            /** @example 50999 */
            postalCode?: string;
            /** @example Am Markt 3 */
            street?: string;
            /**
             * Format: date
             * @description The first day on which it holds.
             * @example 2026-12-31
             */
            validFrom: string;
        };
        NewPartnerBankAccount: {
            /** @example BYLADEM1001 */
            bic?: string | null;
            /**
             * @description Default: the partner's name.
             * @example Baustoffe Erlengrund GmbH
             */
            holder?: string | null;
            /**
             * @description With or without spaces; length and check digits are verified.
             * @example DE02 1203 0000 0000 2020 51
             */
            iban: string;
            /**
             * @description Where it was learnt from.
             * @example Rechnung RE-2026-0815
             */
            source: string;
        };
        NewProduct: {
            /**
             * @description The parent's code, a dot and up to 12 characters.
             * @example 541.01
             */
            code: string;
            /** @example Unterhaltung Gemeindestraßen */
            name: string;
            /**
             * @description Default: the code before the last dot.
             * @example 541
             */
            parent?: string;
        };
        NewResponsibility: {
            /**
             * @description Product or department code.
             * @example 111
             */
            key: string;
            /** @enum {string} */
            kind: "budget-holder" | "department-head";
            /** Format: uuid */
            userId: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            validFrom: string;
        };
        NewRole: {
            /**
             * Format: euro
             * @description Up to which amount, in euros; null is unlimited.
             * @example 5000.00
             */
            amountLimit?: string | null;
            /** @description null: the whole centre, also clients to come. */
            clientId: number | null;
            /** @enum {string} */
            role: "administrator" | "auditor" | "budget-holder" | "cash-officer" | "centre-lead" | "clerk" | "enforcement-officer" | "treasurer";
            /**
             * Format: date
             * @description The first day; without it, today.
             * @example 2026-12-31
             */
            validFrom?: string | null;
            /**
             * Format: date
             * @description The last day; without it, no end.
             * @example 2026-12-31
             */
            validTo?: string | null;
        };
        NewRoute: {
            /** @example FB3 */
            department?: string | null;
            /** @enum {string} */
            kind: "email" | "leitweg-id" | "name" | "vat-id";
            note?: string;
            /**
             * @description The Leitweg-ID, VAT id, mailbox or name.
             * @example 05999002-RE01-26
             */
            value: string;
        };
        NewSetting: {
            /** @example assets.lowValueLimit */
            key: string;
            /**
             * @description The rule or decision it rests on.
             * @example § 36 Abs. 3 KomHVO NRW
             */
            source?: string;
            /**
             * Format: date
             * @description The first day on which it holds.
             * @example 2026-12-31
             */
            validFrom: string;
            /**
             * @description Percentages and amounts as text, days as a whole number.
             * @example 800.00
             */
            value: string | number;
        };
        NewStandingEntry: {
            /** @description An entry without booking date. */
            entry: {
                [key: string]: unknown;
            };
            /**
             * Format: date
             * @example 2026-03-31
             */
            firstDate: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            lastDate?: string;
            name: string;
            /** @enum {string} */
            rhythm: "half-yearly" | "monthly" | "quarterly" | "yearly";
        };
        NewTaxKey: {
            /** @example 3712 */
            account: string | null;
            /** @example 81 */
            baseFigure: string | null;
            /** @example UST19 */
            code: string;
            /** @example § 12 UStG */
            law?: string;
            /** @example Umsatzsteuer 19 % */
            name: string;
            /** @example 19.00 */
            rate: string;
            taxFigure: string | null;
            /**
             * @example output
             * @enum {string}
             */
            usage: "acquisition" | "acquisition-input" | "input" | "output" | "output-exempt" | "output-reverse-charge" | "output-zero" | "reverse-charge" | "reverse-charge-eu" | "reverse-charge-input";
            /**
             * Format: date
             * @description The first day on which it holds; an earlier meaning of the code ends the day before.
             * @example 2026-12-31
             */
            validFrom: string;
        };
        NewTemplate: {
            entry: {
                [key: string]: unknown;
            };
            name: string;
        };
        NewUser: {
            /** @example Kämmerei Nord */
            displayName: string;
            /** Format: email */
            email?: string | null;
            /** @enum {string} */
            language?: "de" | "en";
            /** @description For 14 days, the first sign-in at the OpenID provider under this name links the account. */
            oidcLinking?: boolean;
            /** @description Without one, an initial password is made and answered once. Either must be changed at the first sign-in. */
            password?: string;
            /**
             * @description Small letters, digits and `. _ @ -`.
             * @example treasurer.north
             */
            userName: string;
        };
        /** @description What an offset left: both items, and the entry. */
        Offset: {
            /**
             * Format: euro
             * @example 1234.50
             */
            amount: string;
            credit: components["schemas"]["OpenItemRow"];
            /** @example 2026-18 */
            entryId: string;
            liability: components["schemas"]["OpenItemRow"];
        };
        OidcOption: {
            label: string;
        };
        /** @description An open item with everything that moved or changed it. */
        OpenItem: {
            /**
             * @description The control account.
             * @example 351101
             */
            account: string;
            /**
             * Format: euro
             * @description What it was raised with.
             * @example 1234.50
             */
            amount: string;
            bankAccountNo: number | null;
            bic: string | null;
            discountAmount: string | null;
            /**
             * Format: date
             * @description The last day on which the discount may be taken.
             * @example 2026-03-31
             */
            discountOn: string | null;
            /** @description The document behind it. */
            documentId: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            dueOn: string;
            /**
             * @description The entry that raised it.
             * @example 2026-17
             */
            entryId: string;
            history: components["schemas"]["OpenItemHistory"][];
            holder: string | null;
            /** @description As it was when the bank account was named. */
            iban: string | null;
            id: string;
            /** @enum {string} */
            kind: "claim" | "liability";
            /** @enum {string} */
            method: "clearing" | "direct-debit" | "none" | "transfer";
            movements: components["schemas"]["OpenItemMovement"][];
            /** @description The number that people see. */
            no: number;
            /**
             * @description What is left of it.
             * @example 1234.50
             */
            open: string;
            /** @description What it was in the system that it came from; null for whatever was raised here. */
            origin: components["schemas"]["ItemOrigin"] | null;
            partner: components["schemas"]["OpenItemPartner"];
            /** @description Why it must not be paid yet. */
            paymentBlock: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            raisedOn: string;
            /**
             * @description The number of the invoice.
             * @example RE-2026-815
             */
            reference: string;
            /** @description Money kept back as security. */
            retention: boolean;
            shares: components["schemas"]["OpenItemShare"][];
            /** @enum {string} */
            state: "open" | "reversed" | "settled";
            text: string;
            version: number;
        };
        OpenItemChange: {
            /** @description Number of a confirmed bank account of the partner; null: none. */
            bankAccountNo?: number | null;
            discountAmount?: string | null;
            /**
             * Format: date
             * @description The last day on which the discount may be taken; null together with the amount takes it away.
             * @example 2026-12-31
             */
            discountOn?: string | null;
            /**
             * Format: date
             * @example 2026-12-31
             */
            dueOn?: string;
            /** @enum {string} */
            method?: "clearing" | "direct-debit" | "none" | "transfer";
            /**
             * @description Why it must not be paid yet; null lifts the block.
             * @example Mangel gerügt
             */
            paymentBlock?: string | null;
            /** @description The version that was read. */
            version: number;
        };
        /** @description One thing about an item that changed. */
        OpenItemHistory: {
            /** @example neu */
            after: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            at: string;
            /** @example alt */
            before: string | null;
            by: string;
            /** @example due_on */
            field: string;
        };
        OpenItemList: {
            items: components["schemas"]["OpenItemRow"][];
            /** @description The `after` of the next page; null on the last. */
            next: string | null;
            totals: components["schemas"]["OpenItemTotals"];
        };
        /** @description A line of the journal that moved the item; the balance after it, debit positive. */
        OpenItemMovement: {
            /**
             * Format: euro
             * @example 1234.50
             */
            balance: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            bookingDate: string;
            /**
             * Format: euro
             * @example 1234.50
             */
            credit: string | null;
            /**
             * Format: euro
             * @example 1234.50
             */
            debit: string | null;
            /** @example 2026-17 */
            entryId: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            recordedAt: string;
            reference: string;
            /** @description The entry that this one takes back. */
            reverses: string | null;
            text: string;
            /** @enum {string} */
            what: "offset" | "paid" | "raised" | "reversed" | "settled";
        };
        /** @description Whose item it is. */
        OpenItemPartner: {
            id: string;
            /** @example Baustoffe Erlengrund GmbH */
            name: string;
            /** @example P000123 */
            number: string;
            /** @description Why nothing at all is paid to this partner. */
            paymentBlock: string | null;
        };
        /** @description The open item that a line moves. */
        OpenItemRef: {
            /** @example 0c7c1e3e-3f6e-4b57-9b3a-0a9d9bb2a001 */
            id: string;
            /** @description The number that people see. */
            no: number;
        };
        /** @description A claim or liability. What is owed is positive, a credit note negative, whichever the kind. */
        OpenItemRow: {
            /**
             * @description The control account.
             * @example 351101
             */
            account: string;
            /**
             * Format: euro
             * @description What it was raised with.
             * @example 1234.50
             */
            amount: string;
            bankAccountNo: number | null;
            bic: string | null;
            discountAmount: string | null;
            /**
             * Format: date
             * @description The last day on which the discount may be taken.
             * @example 2026-03-31
             */
            discountOn: string | null;
            /** @description The document behind it. */
            documentId: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            dueOn: string;
            /**
             * @description The entry that raised it.
             * @example 2026-17
             */
            entryId: string;
            holder: string | null;
            /** @description As it was when the bank account was named. */
            iban: string | null;
            id: string;
            /** @enum {string} */
            kind: "claim" | "liability";
            /** @enum {string} */
            method: "clearing" | "direct-debit" | "none" | "transfer";
            /** @description The number that people see. */
            no: number;
            /**
             * @description What is left of it.
             * @example 1234.50
             */
            open: string;
            partner: components["schemas"]["OpenItemPartner"];
            /** @description Why it must not be paid yet. */
            paymentBlock: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            raisedOn: string;
            /**
             * @description The number of the invoice.
             * @example RE-2026-815
             */
            reference: string;
            /** @description Money kept back as security. */
            retention: boolean;
            /** @enum {string} */
            state: "open" | "reversed" | "settled";
            text: string;
            version: number;
        };
        /** @description What the payment will carry in the Finanzrechnung. */
        OpenItemShare: {
            /**
             * Format: euro
             * @example 1234.50
             */
            amount: string;
            /**
             * @description Account of class 6 or 7.
             * @example 7241
             */
            cashAccount: string;
            costCentre: string | null;
            product: string | null;
        };
        /** @description Sums over everything that the filter leaves, not only the page. */
        OpenItemTotals: {
            /**
             * @description What of it is blocked.
             * @example 0.00
             */
            blocked: string;
            /**
             * @description What we are owed.
             * @example 0.00
             */
            claims: string;
            count: number;
            /**
             * @description What we owe.
             * @example 1234.50
             */
            liabilities: string;
        };
        OpenPeriod: {
            /** @description 0 opening balances, 1–12 months, 13 closing entries. */
            period: number;
            /** @enum {string} */
            state: "open" | "soft-closed";
        };
        /** @description An own invoice: a draft, or what was issued and stands for ever. */
        OutgoingInvoice: {
            bankAccountId: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            bookingDate: string | null;
            buyerAccountingReference: string | null;
            buyerReference: string | null;
            /** @description The credit note that took it back. */
            cancelledBy: components["schemas"]["InvoiceReference"] | null;
            cancelReason: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            changedAt: string;
            claimsAccount: string | null;
            /**
             * Format: euro
             * @example 1234.50
             */
            closing: string | null;
            contractReference: string | null;
            corrects: components["schemas"]["InvoiceReference"] | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            draftedAt: string;
            draftedBy: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            dueOn: string | null;
            /** @description Id of the entry of the journal. */
            entryId: string | null;
            files: components["schemas"]["InvoiceFile"][];
            /** @description Euros. */
            gross: string;
            id: string;
            introduction: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            issuedAt: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            issueDate: string | null;
            issuedBy: string | null;
            /** @enum {string} */
            kind: "correction" | "credit-note" | "invoice";
            lines: components["schemas"]["OwnLineAnswer"][];
            mandate: components["schemas"]["Mandate"] | null;
            /** @description Whether the asking person may issue it: another than who drafted, with the permission, not in their own matter. */
            mayIssue: boolean;
            /** @enum {string} */
            method: "direct-debit" | "transfer";
            /** @description A draft: what stands against issuing it today. */
            missing: components["schemas"]["Missing"][];
            /** @description Euros. */
            net: string;
            /** @description `AR-2026-00001`, without gaps within the client's year; null for a draft. */
            number: string | null;
            /** @description Euros still open; null for a draft and for an invoice whose claim was taken back. */
            open: string | null;
            openItem: components["schemas"]["InvoiceOpenItem"] | null;
            orderReference: string | null;
            partner: components["schemas"]["InvoicePartner"];
            /**
             * Format: date
             * @example 2026-03-31
             */
            serviceFrom: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            serviceTo: string | null;
            skonto: components["schemas"]["Skonto"][];
            /** @enum {string} */
            state: "cancelled" | "draft" | "issued";
            /** @description Euros. */
            tax: string;
            vat: components["schemas"]["InvoiceVatGroup"][];
            version: number;
            /**
             * Format: date
             * @description The due date that was asked for; `dueOn` is the one that holds.
             * @example 2026-03-31
             */
            wishedDueOn: string | null;
        };
        OutgoingInvoiceChange: {
            /**
             * Format: uuid
             * @description The client's bank account that shall be paid to. Default: the first active one.
             */
            bankAccountId?: string | null;
            /** @description How the buyer wants it booked (BT-19). */
            buyerAccountingReference?: string | null;
            /** @description BT-10. Default: the partner's Leitweg-ID; for others than public bodies the partner's number. */
            buyerReference?: string | null;
            /**
             * @description Debtors' control account. Default: what fits the lines.
             * @example 171201
             */
            claimsAccount?: string | null;
            /**
             * Format: euro
             * @description Stands at the end.
             * @example 1234.50
             */
            closing?: string | null;
            contractReference?: string | null;
            /**
             * Format: uuid
             * @description The issued invoice that a credit note or correction belongs to.
             */
            corrects?: string | null;
            /**
             * Format: date
             * @description Default: the partner's term of payment, else the client's.
             * @example 2026-12-31
             */
            dueOn?: string | null;
            /** @description Stands before the lines. */
            introduction?: string | null;
            /**
             * @description `invoice` 380, `credit-note` 381 (positive amounts, money back), `correction` 384 (amounts are the difference).
             * @enum {string}
             */
            kind: "correction" | "credit-note" | "invoice";
            lines: components["schemas"]["OwnLine"][];
            /** @description For direct debits. */
            mandate?: components["schemas"]["Mandate"] | null;
            /**
             * @description Default: transfer.
             * @enum {string}
             */
            method?: "direct-debit" | "transfer";
            /** @description Number of the buyer's order. */
            orderReference?: string | null;
            /** Format: uuid */
            partnerId: string;
            /**
             * Format: date
             * @description First day of the supply, or its only one.
             * @example 2026-12-31
             */
            serviceFrom?: string | null;
            /**
             * Format: date
             * @example 2026-12-31
             */
            serviceTo?: string | null;
            /** @description Stages of discount for early payment, the largest first. */
            skonto?: components["schemas"]["Skonto"][];
            /** @description The version that was read. */
            version: number;
        };
        OutgoingInvoiceList: {
            items: components["schemas"]["OutgoingInvoiceRow"][];
            next: string | null;
        };
        /** @description A row of the list of own invoices. */
        OutgoingInvoiceRow: {
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            changedAt: string;
            draftedBy: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            dueOn: string | null;
            /** @description Euros. */
            gross: string;
            id: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            issueDate: string | null;
            /** @enum {string} */
            kind: "correction" | "credit-note" | "invoice";
            /** @description Euros. */
            net: string;
            /** @description `AR-2026-00001`, without gaps within the client's year; null for a draft. */
            number: string | null;
            /** @description Euros still open; null for a draft and for an invoice whose claim was taken back. */
            open: string | null;
            partner: components["schemas"]["InvoicePartner"];
            /** @enum {string} */
            state: "cancelled" | "draft" | "issued";
            /** @description Euros. */
            tax: string;
            version: number;
        };
        /** @description What somebody writes into an own invoice before it is issued. */
        OutgoingInvoiceWish: {
            /**
             * Format: uuid
             * @description The client's bank account that shall be paid to. Default: the first active one.
             */
            bankAccountId?: string | null;
            /** @description How the buyer wants it booked (BT-19). */
            buyerAccountingReference?: string | null;
            /** @description BT-10. Default: the partner's Leitweg-ID; for others than public bodies the partner's number. */
            buyerReference?: string | null;
            /**
             * @description Debtors' control account. Default: what fits the lines.
             * @example 171201
             */
            claimsAccount?: string | null;
            /**
             * Format: euro
             * @description Stands at the end.
             * @example 1234.50
             */
            closing?: string | null;
            contractReference?: string | null;
            /**
             * Format: uuid
             * @description The issued invoice that a credit note or correction belongs to.
             */
            corrects?: string | null;
            /**
             * Format: date
             * @description Default: the partner's term of payment, else the client's.
             * @example 2026-12-31
             */
            dueOn?: string | null;
            /** @description Stands before the lines. */
            introduction?: string | null;
            /**
             * @description `invoice` 380, `credit-note` 381 (positive amounts, money back), `correction` 384 (amounts are the difference).
             * @enum {string}
             */
            kind: "correction" | "credit-note" | "invoice";
            lines: components["schemas"]["OwnLine"][];
            /** @description For direct debits. */
            mandate?: components["schemas"]["Mandate"] | null;
            /**
             * @description Default: transfer.
             * @enum {string}
             */
            method?: "direct-debit" | "transfer";
            /** @description Number of the buyer's order. */
            orderReference?: string | null;
            /** Format: uuid */
            partnerId: string;
            /**
             * Format: date
             * @description First day of the supply, or its only one.
             * @example 2026-12-31
             */
            serviceFrom?: string | null;
            /**
             * Format: date
             * @example 2026-12-31
             */
            serviceTo?: string | null;
            /** @description Stages of discount for early payment, the largest first. */
            skonto?: components["schemas"]["Skonto"][];
        };
        OwnLine: {
            /**
             * @description Revenue account.
             * @example 4411
             */
            account: string;
            costCentre?: string | null;
            description?: string | null;
            /**
             * @description Net price of one unit in euros, up to four decimals.
             * @example 850.00
             */
            price: string;
            /** @example 111.01 */
            product?: string | null;
            /**
             * @description Up to four decimals; negative where something is taken off.
             * @example 1
             */
            quantity: string;
            /**
             * Format: date
             * @example 2026-12-31
             */
            serviceFrom?: string | null;
            /**
             * Format: date
             * @example 2026-12-31
             */
            serviceTo?: string | null;
            /** @example Miete Ladenlokal Marktplatz 3 */
            text: string;
            /**
             * @description Code of UN/ECE Recommendation 20 or 21: `C62` piece, `MON` month, `HUR` hour, `LS` lump sum.
             * @example MON
             */
            unit: string;
            vat: components["schemas"]["OwnLineVat"];
        };
        OwnLineAnswer: {
            /**
             * @description Revenue account.
             * @example 4411
             */
            account: string;
            costCentre?: string | null;
            description?: string | null;
            /** @description Net amount of the line in euros. */
            net: string;
            /**
             * @description Net price of one unit in euros, up to four decimals.
             * @example 850.00
             */
            price: string;
            /** @example 111.01 */
            product?: string | null;
            /**
             * @description Up to four decimals; negative where something is taken off.
             * @example 1
             */
            quantity: string;
            /**
             * Format: date
             * @example 2026-12-31
             */
            serviceFrom?: string | null;
            /**
             * Format: date
             * @example 2026-12-31
             */
            serviceTo?: string | null;
            /** @example Miete Ladenlokal Marktplatz 3 */
            text: string;
            /**
             * @description Code of UN/ECE Recommendation 20 or 21: `C62` piece, `MON` month, `HUR` hour, `LS` lump sum.
             * @example MON
             */
            unit: string;
            vat: components["schemas"]["OwnLineVat"];
        };
        OwnLineVat: {
            /**
             * @description `S` taxed, `Z` zero rate, `E` exempt, `O` public authority (not taxable), `AE` the recipient owes the tax.
             * @enum {string}
             */
            category: "AE" | "E" | "O" | "S" | "Z";
            /**
             * @description Per cent; `"0"` for every category but `S`.
             * @example 19
             */
            rate: string;
            /**
             * @description Why there is no tax; needed for `E`.
             * @example Steuerfrei nach § 4 Nr. 12 Buchst. a UStG
             */
            reason?: string | null;
        };
        /** @description A partner about whom a person decides nothing. */
        OwnMatter: {
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            declaredAt: string;
            /** @example Ludwig Leine */
            declaredBy: string;
            /**
             * Format: date-time
             * @description Until when it held; null: it holds.
             * @example 2026-03-31T09:15:00.000000Z
             */
            endedAt: string | null;
            endedBy: string | null;
            /** @enum {string} */
            kind: "other" | "relative" | "self";
            note: string;
            partner: components["schemas"]["OpenItemPartner"];
            /** @description Id of the person. */
            person: string;
            personName: string;
        };
        OwnMatterEnding: {
            /**
             * Format: uuid
             * @description Id of the partner.
             */
            partnerId: string;
            /**
             * Format: uuid
             * @description Id of the person.
             */
            person: string;
        };
        OwnMatterList: {
            items: components["schemas"]["OwnMatter"][];
        };
        /** @description A creditor or debtor with everything that is and was known. */
        Partner: {
            active: boolean;
            /** @description The address in force today. */
            address: components["schemas"]["PartnerAddress"] | null;
            /** @description All addresses, the latest first. */
            addresses: components["schemas"]["PartnerAddress"][];
            /** @description All bank accounts, the newest first. */
            bankAccounts: components["schemas"]["PartnerBankAccount"][];
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            changedAt: string;
            changedBy: string;
            /** @description Sum of what we are owed. */
            claims: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            createdAt: string;
            createdBy: string;
            email: string | null;
            endpoint: string | null;
            endpointScheme: string | null;
            /**
             * @description The number in the system that the partner came from.
             * @example 70001
             */
            formerNumber: string | null;
            /** @description What changed, newest first. */
            history: components["schemas"]["PartnerChange"][];
            id: string;
            /** @enum {string} */
            kind: "company" | "employee" | "person" | "public-body";
            /** @enum {string} */
            language: "de" | "en";
            leitwegId: string | null;
            /** @description Sum of what we owe. */
            liabilities: string;
            /** @description What the partner signed for direct debits, the newest first. */
            mandates: components["schemas"]["PartnerMandate"][];
            /** @example Baustoffe Erlengrund GmbH */
            name: string;
            note: string;
            /**
             * @description Unique within the client.
             * @example P000123
             */
            number: string;
            /** @description Why nothing is paid to this partner. */
            paymentBlock: string | null;
            paymentTermDays: number | null;
            phone: string | null;
            registerId: string | null;
            supplierNumber: string | null;
            taxNumber: string | null;
            tradingName: string | null;
            userId: string | null;
            vatId: string | null;
            version: number;
        };
        /** @description An address and the day from which it holds. */
        PartnerAddress: {
            addition: string;
            city: string;
            /** @example DE */
            country: string;
            no: number;
            postalCode: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            recordedAt: string;
            recordedBy: string;
            street: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            validFrom: string;
        };
        /** @description A bank account of a partner. One person proposes it, another decides; only confirmed ones are paid to. */
        PartnerBankAccount: {
            bic: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            decidedAt: string | null;
            decidedBy: components["schemas"]["PartnerPerson"] | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            endedAt: string | null;
            endedBy: components["schemas"]["PartnerPerson"] | null;
            holder: string;
            iban: string;
            no: number;
            note: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            proposedAt: string;
            proposedBy: components["schemas"]["PartnerPerson"];
            /**
             * @description Other partners under the same IBAN: a reason to look twice.
             * @example []
             */
            sharedWith: string[];
            source: string;
            /** @enum {string} */
            state: "confirmed" | "ended" | "proposed" | "refused";
        };
        /** @description One thing that changed. */
        PartnerChange: {
            /** @example neu */
            after: string | null;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            at: string;
            /** @example alt */
            before: string | null;
            by: string;
            /** @example name */
            field: string;
        };
        PartnerChangeWish: {
            /** @description A partner that is laid aside is not offered any more; what is booked stays. */
            active?: boolean;
            email?: string | null;
            /**
             * @description Electronic address for invoices.
             * @example rechnung@erlengrund.example
             */
            endpoint?: string | null;
            /**
             * @description Scheme of the electronic address.
             * @example EM
             */
            endpointScheme?: string | null;
            /** @enum {string} */
            kind?: "company" | "employee" | "person" | "public-body";
            /**
             * @description Language of letters.
             * @enum {string}
             */
            language?: "de" | "en";
            /**
             * @description For invoices to a public body.
             * @example 05315-12001-34
             */
            leitwegId?: string | null;
            name?: string;
            note?: string;
            /**
             * @description Why nothing is paid to this partner; null lifts the block.
             * @example Pfändung liegt vor
             */
            paymentBlock?: string | null;
            /**
             * @description Days until a claim or liability is due, unless a document says otherwise.
             * @example 30
             */
            paymentTermDays?: number | null;
            /** @example 02233 900-0 */
            phone?: string | null;
            /**
             * @description Commercial register or the like (BT-30).
             * @example HRB 12345
             */
            registerId?: string | null;
            /**
             * @description How the supplier names itself in its invoices (BT-29).
             * @example L-4711
             */
            supplierNumber?: string | null;
            /** @example 205/5801/1234 */
            taxNumber?: string | null;
            /** @example Erlengrund Baumarkt */
            tradingName?: string | null;
            /**
             * Format: uuid
             * @description The person of the centre whom this partner is: their own matter.
             */
            userId?: string | null;
            /** @example DE123456789 */
            vatId?: string | null;
            /** @description The version that was read. */
            version: number;
        };
        PartnerList: {
            items: components["schemas"]["PartnerRow"][];
            /** @description The `after` of the next page; null on the last. */
            next: string | null;
        };
        /** @description A mandate for direct debits (SEPA). */
        PartnerMandate: {
            /** @description Number of the bank account that is collected from. */
            bankAccountNo: number;
            iban: string;
            /** @enum {string} */
            kind: "b2b" | "core";
            /**
             * Format: date
             * @example 2026-03-31
             */
            lastUsedOn: string | null;
            /** @example ALT-2019/0815 */
            reference: string;
            /** @enum {string} */
            sequence: "one-off" | "recurrent";
            /**
             * Format: date
             * @example 2026-03-31
             */
            signedOn: string;
            /** @enum {string} */
            state: "active" | "ended";
        };
        /** @description Somebody of the centre. */
        PartnerPerson: {
            id: string;
            name: string;
        };
        /** @description A partner as the list shows it. */
        PartnerRow: {
            active: boolean;
            /**
             * Format: euro
             * @description Open claims less open liabilities; negative: we owe.
             * @example 1234.50
             */
            balance: string;
            /** @description A bank account waits for a second person. */
            bankAccountProposed: boolean;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            changedAt: string;
            changedBy: string;
            /** @description City of the address in force; empty where there is none. */
            city: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            createdAt: string;
            createdBy: string;
            email: string | null;
            endpoint: string | null;
            endpointScheme: string | null;
            /**
             * @description The number in the system that the partner came from.
             * @example 70001
             */
            formerNumber: string | null;
            /** @description The bank account that was confirmed last. */
            iban: string | null;
            id: string;
            /** @enum {string} */
            kind: "company" | "employee" | "person" | "public-body";
            /** @enum {string} */
            language: "de" | "en";
            leitwegId: string | null;
            /** @example Baustoffe Erlengrund GmbH */
            name: string;
            note: string;
            /**
             * @description Unique within the client.
             * @example P000123
             */
            number: string;
            /** @description Why nothing is paid to this partner. */
            paymentBlock: string | null;
            paymentTermDays: number | null;
            phone: string | null;
            registerId: string | null;
            supplierNumber: string | null;
            taxNumber: string | null;
            tradingName: string | null;
            userId: string | null;
            vatId: string | null;
            version: number;
        };
        /** @description The account statement of a partner; a negative balance is what we owe. */
        PartnerStatement: {
            /**
             * Format: date
             * @example 2026-03-31
             */
            asOf: string | null;
            /**
             * Format: euro
             * @example 1234.50
             */
            closing: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            from: string | null;
            items: components["schemas"]["PartnerStatementLine"][];
            /** @description Earlier movements that are in the opening balance because there are more than were asked for. */
            omitted: number;
            /**
             * Format: euro
             * @description The balance before the first movement shown.
             * @example 1234.50
             */
            opening: string;
            /** @description What is open at the end, at most 500. */
            openItems: components["schemas"]["OpenItemRow"][];
            partner: components["schemas"]["OpenItemPartner"];
        };
        /** @description A movement on one of the partner’s items; debit positive. */
        PartnerStatementLine: {
            account: string;
            /**
             * Format: euro
             * @example 1234.50
             */
            balance: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            bookingDate: string;
            /**
             * Format: euro
             * @example 1234.50
             */
            credit: string | null;
            /**
             * Format: euro
             * @example 1234.50
             */
            debit: string | null;
            /** @example 2026-17 */
            entryId: string;
            itemId: string;
            itemNo: number;
            reference: string;
            text: string;
        };
        Password: {
            currentPassword: string;
            /** @description At least twelve characters, not easy to guess, without the user name. */
            newPassword: string;
        };
        PasswordReset: {
            /** @description Also removes the one-time code, for somebody who lost the device. */
            removeTotp?: boolean;
        };
        Period: {
            /**
             * Format: date
             * @example 2026-03-31
             */
            endsOn: string;
            /** @description 0 opening balances, 1–12 months, 13 closing entries. */
            period: number;
            /**
             * Format: date
             * @example 2026-03-31
             */
            startsOn: string;
            /** @enum {string} */
            state: "closed" | "open" | "soft-closed";
            version: number;
        };
        PeriodDecision: {
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            decidedAt: string;
            decidedBy: string;
            period: number;
            reason: string;
            /** @enum {string} */
            state: "closed" | "open" | "soft-closed";
        };
        PeriodDecisionList: {
            items: components["schemas"]["PeriodDecision"][];
            next: string | null;
        };
        PeriodState: {
            /**
             * @description Why; required to reopen a closed period.
             * @example Nachbuchung der Schlussrechnung Kanalbau
             */
            reason?: string;
            /**
             * @description `soft-closed`: only people who manage periods still post.
             * @enum {string}
             */
            state: "closed" | "open" | "soft-closed";
            /** @description The version that was on the screen; with it nobody overwrites another's decision. */
            version?: number;
        };
        /** @description Somebody, as the books name them. */
        Person: {
            id: string;
            /** @example Ada Alster */
            name: string;
        };
        /** @description An entry as posting it answers: without the names that the caller knows. */
        PostedEntry: {
            author: components["schemas"]["Person"];
            /**
             * Format: date
             * @example 2026-03-31
             */
            bookingDate: string;
            /**
             * @description SHA-256 over the entry and the hash before it, in hexadecimal.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            chainHash: string;
            /**
             * Format: date
             * @description Date of the voucher (Belegdatum), or null.
             * @example 2026-03-31
             */
            documentDate: string | null;
            /** @description Consecutive within the year, without a gap. */
            entryNo: number;
            fiscalYear: number;
            /**
             * @description Fiscal year and number.
             * @example 2026-17
             */
            id: string;
            /** @enum {string} */
            kind: "accrual" | "closing" | "opening" | "regular" | "reversal" | "standing";
            lines: components["schemas"]["PostedLine"][];
            /** @description 0 opening balances, 1–12 months, 13 closing entries. */
            period: number;
            /** @description Why it takes back or, of an opening entry, corrects; empty for any other entry. */
            reason: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            recordedAt: string;
            /** @description Number of the document (Belegnummer). */
            reference: string;
            /** @description The entry that this one takes back. */
            reverses: string | null;
            /**
             * @description Where it came from: `api`, `draft`, `import:…`, `standing:…`.
             * @example api
             */
            source: string;
            /** @example Grundsteuer B, I. Quartal */
            text: string;
            /**
             * Format: euro
             * @description Sum of the debit lines.
             * @example 1234.50
             */
            total: string;
        };
        /** @description A line as it was posted. */
        PostedLine: {
            account: string;
            /** @description Account of class 6 or 7 that a movement of liquid funds carries. */
            cashAccount: string | null;
            costCentre: string | null;
            /**
             * Format: euro
             * @example 1234.50
             */
            credit: string | null;
            /**
             * Format: euro
             * @example 1234.50
             */
            debit: string | null;
            /** @description 1, 2, 3 … in the order of the entry. */
            lineNo: number;
            /** @description The open item that the line raises or settles; on control accounts only. */
            openItem: components["schemas"]["OpenItemRef"] | null;
            product: string | null;
            /** @description The tax that the line states, or null. */
            tax: components["schemas"]["LineTax"] | null;
            text: string;
        };
        PostingTrial: {
            /**
             * Format: date
             * @example 2026-03-31
             */
            bookingDate: string;
            deferrals: components["schemas"]["TrialDeferral"][];
            errors: components["schemas"]["TrialError"][];
            lines: components["schemas"]["TrialLine"][];
            /** @example 4711 */
            nextEntryNo: number | null;
            openItems: components["schemas"]["TrialItem"][];
            /** @example true */
            postable: boolean;
        };
        PostingTrialWish: {
            /**
             * Format: date
             * @description Absent: that of the coding, else today.
             * @example 2026-03-31
             */
            bookingDate?: string;
        };
        Prepaid: {
            /**
             * @description … an account.
             * @example 0911
             */
            account?: string | null;
            /**
             * Format: euro
             * @example 1000.00
             */
            amount: string;
            /** @description The earlier invoice, or … */
            documentId?: string | null;
            product?: string | null;
        };
        /** @description Problem details (RFC 9457): what was refused, by which rule, and what to do. */
        Problem: {
            /**
             * @description The same name as in `type`, for programs.
             * @enum {string}
             */
            code: "AccessUndeclared" | "AccountIsCashFlow" | "AccountLocked" | "AccountNotLiquid" | "AccountNotPostable" | "AccountNumberOutsideParent" | "AccountOfOtherLine" | "AccountOtherwise" | "AccountUnknown" | "AccrualWithoutPeriod" | "AdministratorSeparation" | "AdministratorWholeCentre" | "AlreadyExists" | "AlreadyImported" | "AlreadyReversed" | "AmountAmbiguous" | "AmountLimitExceeded" | "AmountMissing" | "AmountNotPositive" | "AmountOutOfRange" | "AmountsDoNotAdd" | "AmountUnusual" | "ArmsRefused" | "BankAccountDecided" | "BankAccountNotConfirmed" | "BatchClosed" | "BatchTooLarge" | "BicWrong" | "BookingDateMissing" | "BuyerAddressMissing" | "BuyerAmbiguous" | "BuyerEndpointMissing" | "BuyerInactive" | "BuyerReferenceMissing" | "BuyerUnknown" | "BuyerVatIdMissing" | "CarriedOverByItself" | "CashAccountMissing" | "CashAccountNotAllowed" | "CashAccountUnknown" | "CashAccountUnresolved" | "CashAccountUnset" | "CashAccountWrong" | "CharacterNotWritable" | "ClearingItemSettled" | "ClientKeyMalformed" | "ClockBehind" | "ClocksDiffer" | "ClosingAccountOutsideClosing" | "ClosingNotAllowed" | "CodingDoesNotAdd" | "CodingLineSum" | "CodingMissing" | "CodingTaxMissing" | "CodingTaxNotBilled" | "CodingTaxTooMuch" | "CollectiveOnlyLines" | "ColumnMissing" | "ColumnTwice" | "ColumnUnknown" | "ContentDamaged" | "ContentStoreUnavailable" | "ContractEnded" | "ControlAccountNeedsItem" | "ControlCharacter" | "CorrectedBefore" | "CorrectedInvoiceMissing" | "CorrectionOfOpening" | "CorrectionUnknown" | "CostCentreLocked" | "CostCentreUnknown" | "CreditNoteStays" | "CreditorIdentifierMissing" | "CreditorIdentifierWrong" | "CreditTooLarge" | "CrossSite" | "CsrfRefused" | "CurrencyNotEuro" | "CurrentPasswordWrong" | "DatabaseUnavailable" | "DateFarAway" | "DateOutsidePeriod" | "DebitOrCredit" | "DecidedAfterwards" | "DecisionNoteMissing" | "DepartmentUnknown" | "DeputySelf" | "DiscountAfterDue" | "DiscountIncomplete" | "DiscountTooMuch" | "DiskFull" | "DissolutionOfPlan" | "DocumentAfterBooking" | "DocumentAmountMissing" | "DocumentStopped" | "DraftGone" | "DueBeforeIssue" | "DuplicateNumber" | "EmptyFile" | "EndsBeforeItBegins" | "EntryFieldDiffers" | "EntryRefused" | "EquityAgainstBank" | "ExemptionReasonMissing" | "FieldCount" | "FieldFromRecord" | "FieldMissing" | "FileMissing" | "FileNotArrived" | "FilesElsewhere" | "FileTooLarge" | "FindingsNotAccepted" | "FindingUnknown" | "FiscalYearGap" | "Forbidden" | "FormatNotForKind" | "Formula" | "FourEyes" | "HandedBack" | "HeadMissing" | "HeldForItems" | "HolderGone" | "HolderMayNotPost" | "HolderOverLimit" | "IbanWrong" | "ImportInterrupted" | "ImportStopped" | "InputTaxNotAllowed" | "Internal" | "Invalid" | "InvalidField" | "InvoiceCancelled" | "InvoiceCorrected" | "InvoiceIncomplete" | "InvoiceIssued" | "InvoiceNotIssued" | "InvoiceTooLarge" | "isBIC" | "isBoolean" | "isEmail" | "isIBAN" | "isIn" | "isInt" | "isLength" | "isNotEmpty" | "isObject" | "isRFC3339" | "isString" | "isUuid" | "ItemAccountNotConfirmed" | "ItemNeedsControlAccount" | "ItemsDifferFromOpening" | "KeyMalformed" | "KeyReused" | "KeyTwice" | "KindDoesNotFitPeriod" | "LastAdministrator" | "LastLineCutOff" | "LedgerBusy" | "LeitwegIdInvalid" | "LeitwegIdUnknown" | "LineNotBooked" | "LinePeriodOutside" | "LineRefused" | "LinesMissing" | "LineTextMissing" | "LiquidFundsOpenOnce" | "localDate" | "Malformed" | "MandateIbanWrong" | "MandateMissing" | "MandateNeedsAccount" | "MandateThere" | "matches" | "max" | "maxLength" | "MethodNotAllowed" | "min" | "minLength" | "MixedWithOutOfScope" | "MoreLeftThanRaised" | "NoAccountForLine" | "NobodyToDecide" | "NoContraAccount" | "NoControlAccount" | "NoFindingsToAccept" | "NoHoldingAccount" | "NoLines" | "NoRecipient" | "NoRouteInFile" | "NotACode" | "NotADate" | "NotADuplicate" | "NotAMandate" | "NotAMirror" | "NotAnAccountNumber" | "NotAnAmount" | "NotAnEntryKind" | "NotAnObject" | "NotANumber" | "NotAPercentage" | "NotAPeriod" | "NotARate" | "NotAStandingOrder" | "NotAText" | "NotAYear" | "NotBrokenDown" | "NotForwardable" | "NotFound" | "NothingOpen" | "NothingToDefer" | "NothingToImport" | "NothingToPay" | "NothingToResume" | "NothingToReverse" | "NotInThisState" | "NotJson" | "NotOpposite" | "NotReadable" | "NotYourDecision" | "NulByte" | "OfficialKeyMalformed" | "OffsetTooLarge" | "OffsetUnknown" | "OidcUnavailable" | "OpeningDate" | "OpeningOverCarriedYear" | "OpeningTwice" | "OpeningWithoutItems" | "OpenItemInUse" | "OpenItemNotRaised" | "OpenItemOtherAccount" | "OpenItemOverdrawn" | "OpenItemReversed" | "OpenItemUnknown" | "OrderNeedsPositions" | "OtherPartner" | "OtherStatementLine" | "OutsideFiscalYear" | "Overloaded" | "OwnBankAccount" | "OwnMatter" | "OwnOidcLink" | "OwnPersonStays" | "PageNotShown" | "ParentAccountTooGeneral" | "ParentAccountUnknown" | "ParentClientUnknown" | "ParentProductUnknown" | "PartnerBicWrong" | "PartnerIbanWrong" | "PartnerMissing" | "PartnerNumberUnknown" | "PartnerThere" | "PartnerUnknown" | "PasswordChangeRequired" | "PasswordContainsName" | "PasswordTooCommon" | "PasswordTooLong" | "PasswordTooShort" | "PasswordUnchanged" | "PaymentAgainstCashAccount" | "PeriodBackwards" | "PeriodBusy" | "PeriodClosed" | "PeriodStateUnchanged" | "PeriodUnknown" | "PersonUnknown" | "PlansRestTogether" | "PrepaidTooMuch" | "PrepaidTwice" | "PrepaidUnknown" | "PrepaidWhere" | "ProductAlwaysRequired" | "ProductCodeOutsideParent" | "ProductLocked" | "ProductMissing" | "ProductUnknown" | "QuoteMisplaced" | "QuoteNotClosed" | "ReadingBrokeOff" | "ReadingUnavailable" | "RecordFieldDiffers" | "RecordTooLong" | "RecordTwice" | "ReopeningNeedsReason" | "ResponsibilityUnknown" | "RestAgainst" | "RestUnclear" | "ResultAccountInOpening" | "ResultMovedOutsideClosing" | "RetentionTooMuch" | "ReturnTargetWrong" | "ReversalBeforeOriginal" | "RoleHeldAlready" | "RoundingBooked" | "RouteTaken" | "RuleBroken" | "SealKeyNotInForce" | "SecondOrderSecondPerson" | "SecondPersonNeeded" | "SellerAddressMissing" | "SellerBankAccountMissing" | "SellerContactMissing" | "SellerIdMissing" | "SellerTaxIdMissing" | "ServiceDateMissing" | "SessionRequired" | "SettingUnknown" | "SettingValueWrong" | "ShareAmountMissing" | "ShareDoesNotAdd" | "ShareMissing" | "SharesDiffer" | "ShareToName" | "ShareTwice" | "ShareUnknown" | "SidesDiffer" | "SignInFailed" | "SignInRequired" | "SkontoWrong" | "StatementLineTwice" | "StatementLineUnknown" | "SumDiffers" | "SumRounded" | "TaskNotOpen" | "TaskUnknown" | "TaxKeyMissing" | "TemplateDoesNotFit" | "TextMissing" | "TextTooLong" | "TextTooShort" | "TokenExpiryPast" | "TokenExpiryTooFar" | "TokenScope" | "TooDeep" | "TooFewLines" | "TooLarge" | "TooManyAttempts" | "TooManyConnections" | "TooManyDecimals" | "TooManyDocuments" | "TooManyLines" | "TooManyRows" | "TooManyStreams" | "TooSlow" | "TotpAlreadyActive" | "TotpNotStarted" | "TotpRequired" | "TotpWrong" | "Unbalanced" | "UnitUnknown" | "UnknownClient" | "UnknownField" | "UnknownUser" | "UnsupportedMediaType" | "UploadIncomplete" | "UploadsBusy" | "ValidityReversed" | "ValueMissing" | "ValueNotAllowed" | "VatIdWrong" | "VatNotOwed" | "VatRateUnknown" | "VersionConflict" | "WorkflowAmount" | "WorkflowAssignment" | "WorkflowBySystem" | "WorkflowDays" | "WorkflowInThePast" | "WorkflowRole" | "WorkflowStepsMissing" | "WrongEncoding" | "YearBeforeOpening" | "YearOpenedAtItsEnd";
            /** @description What is wrong and what to do, in the reader’s language. */
            detail: string;
            /** @description The fields that are refused. */
            errors?: components["schemas"]["ProblemField"][];
            /** @description The address that was asked. */
            instance: string;
            status: number;
            /** @description The kind of problem, in the reader’s language. */
            title: string;
            /**
             * Format: uri
             * @description Stable name of the kind of problem.
             */
            type: string;
        };
        ProblemField: {
            /** @description What is wrong and what to do, in the reader’s language. */
            message: string;
            /**
             * @description JSON pointer (RFC 6901) into the request.
             * @example /lines/0/account
             */
            pointer: string;
            /**
             * @description The rule that refuses the field.
             * @enum {string}
             */
            rule: "AccessUndeclared" | "AccountIsCashFlow" | "AccountLocked" | "AccountNotLiquid" | "AccountNotPostable" | "AccountNumberOutsideParent" | "AccountOfOtherLine" | "AccountOtherwise" | "AccountUnknown" | "AccrualWithoutPeriod" | "AdministratorSeparation" | "AdministratorWholeCentre" | "AlreadyExists" | "AlreadyImported" | "AlreadyReversed" | "AmountAmbiguous" | "AmountLimitExceeded" | "AmountMissing" | "AmountNotPositive" | "AmountOutOfRange" | "AmountsDoNotAdd" | "AmountUnusual" | "ArmsRefused" | "BankAccountDecided" | "BankAccountNotConfirmed" | "BatchClosed" | "BatchTooLarge" | "BicWrong" | "BookingDateMissing" | "BuyerAddressMissing" | "BuyerAmbiguous" | "BuyerEndpointMissing" | "BuyerInactive" | "BuyerReferenceMissing" | "BuyerUnknown" | "BuyerVatIdMissing" | "CarriedOverByItself" | "CashAccountMissing" | "CashAccountNotAllowed" | "CashAccountUnknown" | "CashAccountUnresolved" | "CashAccountUnset" | "CashAccountWrong" | "CharacterNotWritable" | "ClearingItemSettled" | "ClientKeyMalformed" | "ClockBehind" | "ClocksDiffer" | "ClosingAccountOutsideClosing" | "ClosingNotAllowed" | "CodingDoesNotAdd" | "CodingLineSum" | "CodingMissing" | "CodingTaxMissing" | "CodingTaxNotBilled" | "CodingTaxTooMuch" | "CollectiveOnlyLines" | "ColumnMissing" | "ColumnTwice" | "ColumnUnknown" | "ContentDamaged" | "ContentStoreUnavailable" | "ContractEnded" | "ControlAccountNeedsItem" | "ControlCharacter" | "CorrectedBefore" | "CorrectedInvoiceMissing" | "CorrectionOfOpening" | "CorrectionUnknown" | "CostCentreLocked" | "CostCentreUnknown" | "CreditNoteStays" | "CreditorIdentifierMissing" | "CreditorIdentifierWrong" | "CreditTooLarge" | "CrossSite" | "CsrfRefused" | "CurrencyNotEuro" | "CurrentPasswordWrong" | "DatabaseUnavailable" | "DateFarAway" | "DateOutsidePeriod" | "DebitOrCredit" | "DecidedAfterwards" | "DecisionNoteMissing" | "DepartmentUnknown" | "DeputySelf" | "DiscountAfterDue" | "DiscountIncomplete" | "DiscountTooMuch" | "DiskFull" | "DissolutionOfPlan" | "DocumentAfterBooking" | "DocumentAmountMissing" | "DocumentStopped" | "DraftGone" | "DueBeforeIssue" | "DuplicateNumber" | "EmptyFile" | "EndsBeforeItBegins" | "EntryFieldDiffers" | "EntryRefused" | "EquityAgainstBank" | "ExemptionReasonMissing" | "FieldCount" | "FieldFromRecord" | "FieldMissing" | "FileMissing" | "FileNotArrived" | "FilesElsewhere" | "FileTooLarge" | "FindingsNotAccepted" | "FindingUnknown" | "FiscalYearGap" | "Forbidden" | "FormatNotForKind" | "Formula" | "FourEyes" | "HandedBack" | "HeadMissing" | "HeldForItems" | "HolderGone" | "HolderMayNotPost" | "HolderOverLimit" | "IbanWrong" | "ImportInterrupted" | "ImportStopped" | "InputTaxNotAllowed" | "Internal" | "Invalid" | "InvalidField" | "InvoiceCancelled" | "InvoiceCorrected" | "InvoiceIncomplete" | "InvoiceIssued" | "InvoiceNotIssued" | "InvoiceTooLarge" | "isBIC" | "isBoolean" | "isEmail" | "isIBAN" | "isIn" | "isInt" | "isLength" | "isNotEmpty" | "isObject" | "isRFC3339" | "isString" | "isUuid" | "ItemAccountNotConfirmed" | "ItemNeedsControlAccount" | "ItemsDifferFromOpening" | "KeyMalformed" | "KeyReused" | "KeyTwice" | "KindDoesNotFitPeriod" | "LastAdministrator" | "LastLineCutOff" | "LedgerBusy" | "LeitwegIdInvalid" | "LeitwegIdUnknown" | "LineNotBooked" | "LinePeriodOutside" | "LineRefused" | "LinesMissing" | "LineTextMissing" | "LiquidFundsOpenOnce" | "localDate" | "Malformed" | "MandateIbanWrong" | "MandateMissing" | "MandateNeedsAccount" | "MandateThere" | "matches" | "max" | "maxLength" | "MethodNotAllowed" | "min" | "minLength" | "MixedWithOutOfScope" | "MoreLeftThanRaised" | "NoAccountForLine" | "NobodyToDecide" | "NoContraAccount" | "NoControlAccount" | "NoFindingsToAccept" | "NoHoldingAccount" | "NoLines" | "NoRecipient" | "NoRouteInFile" | "NotACode" | "NotADate" | "NotADuplicate" | "NotAMandate" | "NotAMirror" | "NotAnAccountNumber" | "NotAnAmount" | "NotAnEntryKind" | "NotAnObject" | "NotANumber" | "NotAPercentage" | "NotAPeriod" | "NotARate" | "NotAStandingOrder" | "NotAText" | "NotAYear" | "NotBrokenDown" | "NotForwardable" | "NotFound" | "NothingOpen" | "NothingToDefer" | "NothingToImport" | "NothingToPay" | "NothingToResume" | "NothingToReverse" | "NotInThisState" | "NotJson" | "NotOpposite" | "NotReadable" | "NotYourDecision" | "NulByte" | "OfficialKeyMalformed" | "OffsetTooLarge" | "OffsetUnknown" | "OidcUnavailable" | "OpeningDate" | "OpeningOverCarriedYear" | "OpeningTwice" | "OpeningWithoutItems" | "OpenItemInUse" | "OpenItemNotRaised" | "OpenItemOtherAccount" | "OpenItemOverdrawn" | "OpenItemReversed" | "OpenItemUnknown" | "OrderNeedsPositions" | "OtherPartner" | "OtherStatementLine" | "OutsideFiscalYear" | "Overloaded" | "OwnBankAccount" | "OwnMatter" | "OwnOidcLink" | "OwnPersonStays" | "PageNotShown" | "ParentAccountTooGeneral" | "ParentAccountUnknown" | "ParentClientUnknown" | "ParentProductUnknown" | "PartnerBicWrong" | "PartnerIbanWrong" | "PartnerMissing" | "PartnerNumberUnknown" | "PartnerThere" | "PartnerUnknown" | "PasswordChangeRequired" | "PasswordContainsName" | "PasswordTooCommon" | "PasswordTooLong" | "PasswordTooShort" | "PasswordUnchanged" | "PaymentAgainstCashAccount" | "PeriodBackwards" | "PeriodBusy" | "PeriodClosed" | "PeriodStateUnchanged" | "PeriodUnknown" | "PersonUnknown" | "PlansRestTogether" | "PrepaidTooMuch" | "PrepaidTwice" | "PrepaidUnknown" | "PrepaidWhere" | "ProductAlwaysRequired" | "ProductCodeOutsideParent" | "ProductLocked" | "ProductMissing" | "ProductUnknown" | "QuoteMisplaced" | "QuoteNotClosed" | "ReadingBrokeOff" | "ReadingUnavailable" | "RecordFieldDiffers" | "RecordTooLong" | "RecordTwice" | "ReopeningNeedsReason" | "ResponsibilityUnknown" | "RestAgainst" | "RestUnclear" | "ResultAccountInOpening" | "ResultMovedOutsideClosing" | "RetentionTooMuch" | "ReturnTargetWrong" | "ReversalBeforeOriginal" | "RoleHeldAlready" | "RoundingBooked" | "RouteTaken" | "RuleBroken" | "SealKeyNotInForce" | "SecondOrderSecondPerson" | "SecondPersonNeeded" | "SellerAddressMissing" | "SellerBankAccountMissing" | "SellerContactMissing" | "SellerIdMissing" | "SellerTaxIdMissing" | "ServiceDateMissing" | "SessionRequired" | "SettingUnknown" | "SettingValueWrong" | "ShareAmountMissing" | "ShareDoesNotAdd" | "ShareMissing" | "SharesDiffer" | "ShareToName" | "ShareTwice" | "ShareUnknown" | "SidesDiffer" | "SignInFailed" | "SignInRequired" | "SkontoWrong" | "StatementLineTwice" | "StatementLineUnknown" | "SumDiffers" | "SumRounded" | "TaskNotOpen" | "TaskUnknown" | "TaxKeyMissing" | "TemplateDoesNotFit" | "TextMissing" | "TextTooLong" | "TextTooShort" | "TokenExpiryPast" | "TokenExpiryTooFar" | "TokenScope" | "TooDeep" | "TooFewLines" | "TooLarge" | "TooManyAttempts" | "TooManyConnections" | "TooManyDecimals" | "TooManyDocuments" | "TooManyLines" | "TooManyRows" | "TooManyStreams" | "TooSlow" | "TotpAlreadyActive" | "TotpNotStarted" | "TotpRequired" | "TotpWrong" | "Unbalanced" | "UnitUnknown" | "UnknownClient" | "UnknownField" | "UnknownUser" | "UnsupportedMediaType" | "UploadIncomplete" | "UploadsBusy" | "ValidityReversed" | "ValueMissing" | "ValueNotAllowed" | "VatIdWrong" | "VatNotOwed" | "VatRateUnknown" | "VersionConflict" | "WorkflowAmount" | "WorkflowAssignment" | "WorkflowBySystem" | "WorkflowDays" | "WorkflowInThePast" | "WorkflowRole" | "WorkflowStepsMissing" | "WrongEncoding" | "YearBeforeOpening" | "YearOpenedAtItsEnd";
        };
        /** @description A product area, product group or product (§ 4 KomHVO NRW). */
        Product: {
            code: string;
            /** @enum {string} */
            level: "produkt" | "produktbereich" | "produktgruppe";
            locked: boolean;
            name: string;
            /** @enum {string} */
            origin: "frame" | "own";
            parent: string | null;
            postable: boolean;
            version: number;
        };
        ProductChange: {
            /** @description Nobody can book on a locked product; what is booked stays. */
            locked?: boolean;
            name?: string;
            /** @description The version that was read. */
            version: number;
        };
        ProductList: {
            items: components["schemas"]["Product"][];
            next: string | null;
        };
        /** @description What recomputing the books has found. Without findings all is well. */
        Proof: {
            /** @description How many entries were looked at. */
            entries: number;
            findings: components["schemas"]["Finding"][];
            ok: boolean;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            provenAt: string;
        };
        ProofResult: {
            ok: boolean;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            provenAt: string;
        };
        Proposal: {
            /**
             * @description Corrected invoices: the same document booked the other way.
             * @example null
             */
            alternative: components["schemas"]["Coding"] | null;
            coding: components["schemas"]["Coding"];
            reasons: components["schemas"]["ProposalReason"][];
        };
        ProposalReason: {
            /**
             * @description The field of the coding.
             * @example lines/0/account
             */
            field: string;
            /** @example wie bei den letzten 4 Rechnungen von Stadtwerke Beispielland */
            text: string;
        };
        RaisedOpenItem: {
            /**
             * Format: euro
             * @description What we owe; negative: what comes back.
             * @example 119.00
             */
            amount: string;
            /** @example 5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10 */
            id: string;
            /** @example 17 */
            no: number;
            paymentBlock: string | null;
        };
        Readiness: {
            /** @description By how many milliseconds the database's clock is ahead of the application's. */
            clockDifferenceMs: number;
            /** @enum {string} */
            status: "ok";
            /**
             * @description What needs the operator before it stops the work: `disk-low` refuses uploads and exports until there is room again; with
             *     `clocks-differ` posting stops when the difference reaches a minute.
             */
            warnings: ("clocks-differ" | "disk-low")[];
        };
        Reason: {
            /** @example liegt beim Fachbereich 3 in Papier vor */
            reason: string;
            version?: number;
        };
        Recall: {
            /**
             * @description Why.
             * @example Falsches Produkt, wird neu kontiert
             */
            note: string;
            /**
             * @description Of the document.
             * @example 3
             */
            version: number;
        };
        Reconciliation: {
            items: components["schemas"]["ReconciliationRow"][];
        };
        /** @description A control account in the ledger and in its open items; debit positive. */
        ReconciliationRow: {
            /** @example 351101 */
            account: string;
            /** @description How many items are open. */
            count: number;
            /**
             * @description Always nought.
             * @example 0.00
             */
            difference: string;
            /**
             * @description The sum of its open items.
             * @example -1234.50
             */
            items: string;
            /** @enum {string} */
            kind: "claim" | "liability";
            /**
             * @description Its balance in the ledger.
             * @example -1234.50
             */
            ledger: string;
            name: string;
        };
        /** @description One thing that a rule refuses. */
        RefusedField: {
            /** @description What is wrong and what to do, in the reader's language. */
            message: string;
            /**
             * @description Where, as a JSON pointer (RFC 6901) into the request.
             * @example /lines/1/account
             */
            pointer: string;
            /**
             * @description The rule, one of the problem codes.
             * @example AccountLocked
             */
            rule: string;
        };
        Rejection: {
            /**
             * @description The findings that the letter names; default: all errors.
             * @example [
             *       "BR-DE-15"
             *     ]
             */
            findings?: string[];
            /**
             * @description Added to the letter, and kept with the document.
             * @default
             */
            note: string;
            /**
             * @description Mail the letter; otherwise it is to be copied.
             * @default false
             */
            send: boolean;
            /**
             * @description To another address than the one that the file names.
             * @example rechnung@lieferant.example
             */
            to?: string;
            version: number;
        };
        Responsibility: {
            id: string;
            /**
             * @description Product (with everything below it) or department.
             * @example 111
             */
            key: string;
            /**
             * @example budget-holder
             * @enum {string}
             */
            kind: "budget-holder" | "department-head";
            user: components["schemas"]["Person"];
            /**
             * Format: date
             * @example 2026-03-31
             */
            validFrom: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            validTo: string | null;
            version: number;
        };
        ResponsibilityEnding: {
            /**
             * Format: date
             * @description The last day; yesterday ends it at once.
             * @example 2026-03-31
             */
            validTo: string;
            version: number;
        };
        ResponsibilityList: {
            items: components["schemas"]["Responsibility"][];
            next: string | null;
        };
        Retention: {
            /** @enum {string} */
            class: "book" | "letter" | "permanent" | "voucher";
            /**
             * Format: date
             * @example 2036-01-01
             */
            deletableFrom: string | null;
            legalHold: boolean;
            legalHoldReason: string;
            /**
             * Format: date
             * @description 1 January after the council adopted the statements; null while that is unknown.
             * @example 2026-03-31
             */
            startsOn: string | null;
        };
        RetentionWish: {
            /**
             * Format: euro
             * @example 500.00
             */
            amount: string;
            /**
             * Format: date
             * @example 2031-06-30
             */
            dueOn: string;
        };
        Reversal: {
            /**
             * Format: date
             * @description The reversal's own booking date.
             * @example 2026-03-31
             */
            bookingDate: string;
            reason: string;
        };
        RoleAssignment: {
            /**
             * Format: euro
             * @example 1234.50
             */
            amountLimit: string | null;
            clientId: number | null;
            id: string;
            /** @enum {string} */
            role: "administrator" | "auditor" | "budget-holder" | "cash-officer" | "centre-lead" | "clerk" | "enforcement-officer" | "treasurer";
            /**
             * Format: date
             * @example 2026-03-31
             */
            validFrom: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            validTo: string | null;
            version: number;
        };
        RoleChange: {
            /**
             * Format: euro
             * @example 1234.50
             */
            amountLimit?: string | null;
            /**
             * Format: date
             * @description The last day; yesterday ends the role at once.
             * @example 2026-12-31
             */
            validTo?: string | null;
            version: number;
        };
        RoleInfo: {
            label: components["schemas"]["RoleLabel"];
            permissions: ("audit:read" | "books:read" | "clearing:manage" | "clients:manage" | "documents:decide" | "documents:intake" | "documents:read" | "drafts:write" | "exports:run" | "imports:run" | "invoicing:write" | "journal:close" | "journal:post" | "masterdata:manage" | "open-items:manage" | "partners:manage" | "periods:manage" | "seals:create" | "users:manage" | "workflow:manage")[];
            /** @enum {string} */
            role: "administrator" | "auditor" | "budget-holder" | "cash-officer" | "centre-lead" | "clerk" | "enforcement-officer" | "treasurer";
            /** @description True for a role that is always for the whole centre. */
            wholeCentreOnly: boolean;
        };
        RoleLabel: {
            de: string;
            en: string;
        };
        RoleList: {
            items: components["schemas"]["RoleInfo"][];
            next: string | null;
        };
        /** @description An address that leads to the client, and to a department of it. */
        Route: {
            active: boolean;
            department: string | null;
            id: string;
            /** @enum {string} */
            kind: "email" | "leitweg-id" | "name" | "vat-id";
            note: string;
            /** @example 05999002-RE01-26 */
            value: string;
            version: number;
        };
        RouteChange: {
            active?: boolean;
            /** @example FB3 */
            department?: string | null;
            note?: string;
            version: number;
        };
        /** @description Where a file went: to a client, or to the clearing list. */
        Routed: {
            clearingItemId: string | null;
            routedTo: components["schemas"]["RoutedTo"] | null;
        };
        RoutedTo: {
            clientId: number;
            documentId: string;
        };
        RouteList: {
            items: components["schemas"]["Route"][];
            next: string | null;
        };
        /** @description A signature over the ends of all hash chains of a client. */
        Seal: {
            /** @description The first 16 digits of the public key's SHA-256. */
            keyId: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            sealedAt: string;
            /** @description The person, or `Finanzzentrum` for the daily seal. */
            sealedBy: string;
            sealNo: number;
            /** @description Ed25519, base64. */
            signature: string;
            /** @description What was signed, as text: client, number, instant, the seal before, per year the last number and hash, and those of the voucher log. */
            statement: string;
        };
        /** @description A key that seals are or were signed with. The last one is in force. */
        SealKey: {
            /** @description SHA-256 of the public key (DER) in hexadecimal: what is compared by telephone. */
            fingerprint: string;
            /** @description The first 16 digits of the fingerprint, as seals name it. */
            id: string;
            inForceSince: string;
            keyNo: number;
            /**
             * @description `hand-over`: signed by the key before, too. `break`: the key before was lost, and nobody vouches for this one.
             * @enum {string}
             */
            kind: "break" | "first" | "hand-over";
            /** @description By the key before; null but at a hand-over. */
            previousSignature: string | null;
            /** @description PEM. */
            publicKey: string;
            reason: string;
            /** @description By the key itself: Ed25519, base64. */
            signature: string;
            /** @description What was signed, as text. */
            statement: string;
        };
        SealList: {
            items: components["schemas"]["Seal"][];
            /** @description All keys in their order: earlier seals are verified with earlier keys. */
            keys: components["schemas"]["SealKey"][];
            next: string | null;
            /** @description The key in force, PEM. */
            publicKey: string;
        };
        SearchHit: {
            hint: string;
            /** @description Number, code, or year and number of an entry. */
            id: string;
            label: string;
            /** @enum {string} */
            type: "account" | "cost-centre" | "entry" | "product";
        };
        SearchResult: {
            items: components["schemas"]["SearchHit"][];
        };
        /** @description Who is signed in, and everything they may do today. */
        Session: {
            centre: components["schemas"]["Centre"];
            /** @description Clients whose books the person may see. */
            clients: components["schemas"]["SessionClient"][];
            /** @description To be sent as `X-CSRF-Token` with every writing request; null for an API token, which needs none. */
            csrfToken: string | null;
            /** @description Nothing but changing the password is possible before it was changed. */
            mustChangePassword: boolean;
            /** @description Permissions for the whole centre. */
            permissions: ("audit:read" | "books:read" | "clearing:manage" | "clients:manage" | "documents:decide" | "documents:intake" | "documents:read" | "drafts:write" | "exports:run" | "imports:run" | "invoicing:write" | "journal:close" | "journal:post" | "masterdata:manage" | "open-items:manage" | "partners:manage" | "periods:manage" | "seals:create" | "users:manage" | "workflow:manage")[];
            totpEnabled: boolean;
            user: components["schemas"]["SessionUser"];
        };
        SessionClient: {
            /**
             * Format: euro
             * @description Euros; null is unlimited.
             * @example 1234.50
             */
            amountLimit: string | null;
            arms: string | null;
            colour: string;
            id: number;
            key: string;
            /** @enum {string} */
            kind: "municipality" | "special-fund";
            name: string;
            permissions: ("audit:read" | "books:read" | "clearing:manage" | "clients:manage" | "documents:decide" | "documents:intake" | "documents:read" | "drafts:write" | "exports:run" | "imports:run" | "invoicing:write" | "journal:close" | "journal:post" | "masterdata:manage" | "open-items:manage" | "partners:manage" | "periods:manage" | "seals:create" | "users:manage" | "workflow:manage")[];
            roles: ("administrator" | "auditor" | "budget-holder" | "cash-officer" | "centre-lead" | "clerk" | "enforcement-officer" | "treasurer")[];
            shortName: string;
        };
        SessionUser: {
            displayName: string;
            email: string | null;
            id: string;
            /** @enum {string} */
            language: "de" | "en";
            userName: string;
        };
        Setting: {
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            decidedAt: string;
            key: string;
            source: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            validFrom: string;
            /**
             * Format: date
             * @description The day before the next value begins; null: until further notice.
             * @example 2026-03-31
             */
            validTo: string | null;
            value: string | number;
        };
        SettingList: {
            items: components["schemas"]["Setting"][];
            next: string | null;
        };
        Share: {
            /**
             * Format: euro
             * @description What its lines come to. One share may leave it out: it takes what the others leave of the whole.
             * @example 119.00
             */
            amount?: string;
            /**
             * @description Who answers for the budget.
             * @example 5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10
             */
            holder: string;
            /** @example 1 */
            no: number;
            /** @example Grundschule */
            note?: string;
        };
        SignIn: {
            password: string;
            /**
             * @description The six-digit one-time code, where one is set up.
             * @example 123456
             */
            totp?: string;
            /**
             * @description The user name; case does not matter.
             * @example clerk
             */
            userName: string;
        };
        SignInOptions: {
            /** @description The central sign-in service, where one is configured. */
            oidc: components["schemas"]["OidcOption"] | null;
        };
        Skonto: {
            /** @example 14 */
            days: number;
            /** @example 2.00 */
            percent: string;
        };
        StandingEnding: {
            /**
             * Format: date
             * @description Accruals: the day on which what is left of the deferral goes into the result; default: today.
             * @example 2026-03-31
             */
            bookingDate?: string;
            /** @description The version that was read. */
            version: number;
        };
        /** @description An entry that posts itself on its dates. */
        StandingEntry: {
            /** @description Accruals: the account on which the deferral stands. */
            accrualAccount: string | null;
            /** @description In whose name it posts, with the rights and the limit that they have on the day. */
            author: components["schemas"]["Person"];
            /**
             * @description Why it ended: all is posted, a person ended it, or the entry that it hangs on was reversed.
             * @enum {string|null}
             */
            endedBecause: "by-hand" | "done" | "reversed" | null;
            /** @description An entry without booking date. */
            entry: {
                [key: string]: unknown;
            };
            /**
             * Format: date
             * @example 2026-03-31
             */
            firstDate: string;
            id: string;
            /** @description The postings of an accrual. */
            instalments: components["schemas"]["Instalment"][] | null;
            /** @enum {string} */
            kind: "accrual" | "standing";
            /**
             * Format: date
             * @example 2026-03-31
             */
            lastDate: string | null;
            lastError: string | null;
            /** @example Miete Jugendzentrum */
            name: string;
            /**
             * Format: date
             * @description null: nothing more is to come.
             * @example 2026-03-31
             */
            nextDate: string | null;
            /**
             * @description What will stop it on its next date as things stand: the account of who holds it is closed, they may not post at this client or not
             *     that much, the fiscal year does not exist, the period is closed.
             */
            obstacles: ("holder-gone" | "holder-may-not-post" | "over-limit" | "period-closed" | "year-missing")[];
            /** @description Accruals: the entry that deferred what this plan dissolves. It ends with that entry. */
            origin: string | null;
            postedCount: number;
            /** @enum {string} */
            rhythm: "half-yearly" | "monthly" | "quarterly" | "yearly";
            /**
             * @description `failed`: the books refused it; `lastError` says why, and it waits for a person. `netted`: an accrual that another one makes
             *     up for on every date, so that neither posts.
             * @enum {string}
             */
            state: "active" | "ended" | "failed" | "netted";
            version: number;
        };
        StandingEntryList: {
            items: components["schemas"]["StandingEntry"][];
            next: string | null;
        };
        StandingOrder: {
            /**
             * Format: euro
             * @example 1234.50
             */
            amount: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            firstDate: string;
            /**
             * @description In whose name its dates are posted; null until it is decided.
             * @example null
             */
            holder: components["schemas"]["Person"] | null;
            /** @description The document that orders it. */
            id: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            lastDate: string | null;
            lastError: string | null;
            name: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            nextDate: string | null;
            /** @example E-2026-000123 */
            number: string;
            /**
             * @description Why nothing more is raised as things stand: the holder's account is closed, they may not post here, or not that much.
             * @example null
             * @enum {string|null}
             */
            obstacle: "holder-gone" | "holder-may-not-post" | "over-limit" | null;
            partnerName: string;
            /** @example 3 */
            raisedCount: number;
            /**
             * @example monthly
             * @enum {string}
             */
            rhythm: "half-yearly" | "monthly" | "quarterly" | "yearly";
            /**
             * @example active
             * @enum {string}
             */
            state: "active" | "ended" | "failed" | "undecided";
            version: number;
        };
        StandingOrderList: {
            items: components["schemas"]["StandingOrder"][];
            next: string | null;
        };
        StandingOrderVersion: {
            version: number;
        };
        StandingWish: {
            /**
             * Format: date
             * @example 2026-03-31
             */
            firstDate: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            lastDate?: string | null;
            /** @example Mitgliedsbeitrag Städte- und Gemeindebund */
            name: string;
            /**
             * @example monthly
             * @enum {string}
             */
            rhythm: "half-yearly" | "monthly" | "quarterly" | "yearly";
        };
        /** @description A statement line by line, as the form of the KomHVO NRW prints it. */
        Statement: {
            /**
             * Format: date
             * @example 2026-03-31
             */
            asOf: string;
            checks: components["schemas"]["StatementCheck"][];
            /** @description The amounts of each line in the order of the form. */
            columns: ("actual" | "priorYear")[];
            fiscalYear: number;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            knownOn: string | null;
            lines: components["schemas"]["StatementLine"][];
            product: string | null;
            /** @enum {string} */
            statement: "balance-sheet" | "cash-flows" | "results";
            /** @enum {string} */
            unit: "EUR";
        };
        /** @description Two figures that must be the same. */
        StatementCheck: {
            /**
             * Format: euro
             * @example 1234.50
             */
            left: string;
            ok: boolean;
            /**
             * Format: euro
             * @example 1234.50
             */
            right: string;
            /** @enum {string} */
            rule: "assets-equal-liabilities" | "cash-flows-agree-with-balance-sheet" | "internal-services-cancel" | "liquid-funds-agree" | "products-make-up-the-whole" | "result-stands-in-equity";
        };
        /** @description A line with the accounts behind it. */
        StatementDrill: {
            accounts: components["schemas"]["AccountShare"][];
            line: components["schemas"]["StatementLine"];
        };
        /** @description By how much a line of a statement would change. */
        StatementEffect: {
            /**
             * Format: euro
             * @example 1234.50
             */
            change: string;
            /** @example ER01 */
            code: string;
            label: string;
            statement: string;
        };
        StatementLine: {
            /**
             * Format: euro
             * @example 1234.50
             */
            actual: string;
            /** @example ER01 */
            code: string;
            /** @enum {string} */
            kind: "line" | "memo" | "subtotal";
            /** @example Steuern und ähnliche Abgaben */
            label: string;
            /** @description Depth in the outline, from 0. */
            level: number;
            /**
             * @description As the form prints it.
             * @example 01
             */
            number: string;
            /**
             * Format: euro
             * @example 1234.50
             */
            priorYear: string;
        };
        StepAssignment: {
            /** @example [] */
            people?: string[];
            /**
             * @example clerk
             * @enum {string}
             */
            role?: "administrator" | "auditor" | "budget-holder" | "cash-officer" | "centre-lead" | "clerk" | "enforcement-officer" | "treasurer";
            /**
             * @example role
             * @enum {string}
             */
            to: "budget-holder" | "department-head" | "people" | "role";
        };
        /** @description A value found in the text of a PDF: a proposal, never applied by itself. */
        Suggestion: {
            value: string;
            /** @description The line in which it stands. */
            where: string | null;
        };
        /** @description Several clients added up line by line. */
        SummedStatement: {
            /**
             * Format: date
             * @example 2026-03-31
             */
            asOf: string;
            checks: components["schemas"]["StatementCheck"][];
            clientIds: number[];
            /** @description The amounts of each line in the order of the form. */
            columns: ("actual" | "priorYear")[];
            fiscalYear: number;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            knownOn: string | null;
            lines: components["schemas"]["StatementLine"][];
            product: string | null;
            /** @enum {string} */
            statement: "balance-sheet" | "cash-flows" | "results";
            /** @enum {string} */
            unit: "EUR";
        };
        Takeover: {
            /**
             * @description The standing entries that the person who asks takes over.
             * @example [
             *       "3f8a6f8e-5a0c-4d1e-9a53-0d0f2f6f7c11"
             *     ]
             */
            ids: string[];
        };
        TaxKey: {
            /**
             * @description Where the tax is booked.
             * @example 3712
             */
            account: string | null;
            /**
             * @description Figure of the VAT pre-return that takes the base.
             * @example 81
             */
            baseFigure: string | null;
            /** @example UST19 */
            code: string;
            /** @example § 12 UStG */
            law: string;
            /** @example Umsatzsteuer 19 % */
            name: string;
            /**
             * @description Per cent.
             * @example 19.00
             */
            rate: string;
            /** @description Figure of the VAT pre-return that takes the tax. */
            taxFigure: string | null;
            /**
             * @description What it is for: own turnover (`output…`), purchases (`input`), what the recipient owes (`acquisition`, `reverse-charge…`) and what is
             *     deducted of it (`…-input`).
             * @example output
             * @enum {string}
             */
            usage: "acquisition" | "acquisition-input" | "input" | "output" | "output-exempt" | "output-reverse-charge" | "output-zero" | "reverse-charge" | "reverse-charge-eu" | "reverse-charge-input";
            /**
             * Format: date
             * @example 2026-03-31
             */
            validFrom: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            validTo: string | null;
        };
        TaxKeyList: {
            items: components["schemas"]["TaxKey"][];
            next: string | null;
        };
        TokenScopeInfo: {
            /** @description The permissions that a token with this scope may use, where its person has them. */
            permissions: ("audit:read" | "books:read" | "clearing:manage" | "clients:manage" | "documents:decide" | "documents:intake" | "documents:read" | "drafts:write" | "exports:run" | "imports:run" | "invoicing:write" | "journal:close" | "journal:post" | "masterdata:manage" | "open-items:manage" | "partners:manage" | "periods:manage" | "seals:create" | "users:manage" | "workflow:manage")[];
            /** @enum {string} */
            scope: "administer" | "all" | "audit" | "book" | "close" | "decide" | "deliver" | "export" | "import" | "invoicing" | "manage" | "read";
        };
        TotpCode: {
            /** @example 123456 */
            code: string;
        };
        TotpRemoval: {
            password: string;
        };
        TotpSetup: {
            /** @description …and as an SVG picture to photograph. */
            qrSvg: string;
            /** @description The secret in base32, for typing it in. */
            secret: string;
            /** @description The same as an `otpauth://` address… */
            uri: string;
        };
        /** @description What posting an entry would do. */
        Trial: {
            balances: components["schemas"]["BalanceEffect"][];
            errors: components["schemas"]["RefusedField"][];
            /** @description The number it would get now; null while the entry cannot be read or its year does not exist. */
            nextEntryNo: number | null;
            postable: boolean;
            statements: components["schemas"]["StatementEffect"][];
            /** @description What a colleague would point at; nothing of it stands against the entry. */
            warnings: components["schemas"]["RefusedField"][];
        };
        /** @description Opening balance, turnover and balance of every account (Summen- und Saldenliste). */
        TrialBalance: {
            fiscalYear: number;
            items: components["schemas"]["TrialBalanceRow"][];
            totals: components["schemas"]["TrialBalanceTotals"];
        };
        /** @description An account’s turnover and balances; debit is positive. */
        TrialBalanceRow: {
            account: string;
            /**
             * Format: euro
             * @example 1234.50
             */
            closing: string;
            /**
             * Format: euro
             * @example 1234.50
             */
            credit: string;
            /**
             * Format: euro
             * @example 1234.50
             */
            debit: string;
            name: string;
            /**
             * Format: euro
             * @example 1234.50
             */
            opening: string;
        };
        TrialBalanceTotals: {
            /**
             * Format: euro
             * @example 1234.50
             */
            closing: string;
            /**
             * Format: euro
             * @example 1234.50
             */
            credit: string;
            /**
             * Format: euro
             * @example 1234.50
             */
            debit: string;
            /**
             * Format: euro
             * @example 1234.50
             */
            opening: string;
        };
        TrialDeferral: {
            /** @example 5241 */
            account: string;
            /**
             * Format: euro
             * @example 59.50
             */
            amount: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            from: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            to: string;
        };
        TrialError: {
            /** @example Die Periode 03/2026 ist geschlossen. */
            message: string;
            /** @example /bookingDate */
            pointer: string;
            /** @example PeriodClosed */
            rule: string;
        };
        TrialItem: {
            /** @example 351101 */
            account: string;
            /**
             * Format: euro
             * @description What we owe; negative: what comes back.
             * @example 119.00
             */
            amount: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            discountOn: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            dueOn: string;
            paymentBlock: string | null;
            /** @example false */
            retention: boolean;
            /**
             * @description `payable`, `retention` or `paid`.
             * @example payable
             */
            role: string;
        };
        TrialLine: {
            /** @example 5241 */
            account: string;
            accountName: string;
            costCentre: string | null;
            /**
             * Format: euro
             * @example 1234.50
             */
            credit: string | null;
            /**
             * Format: euro
             * @example 1234.50
             */
            debit: string | null;
            product: string | null;
            text: string;
        };
        User: {
            active: boolean;
            deputies: components["schemas"]["Deputy"][];
            displayName: string;
            email: string | null;
            id: string;
            /** @enum {string} */
            language: "de" | "en";
            /**
             * Format: date-time
             * @description Until when strangers, or one browser or network, cannot sign in under this name.
             * @example 2026-03-31T09:15:00.000000Z
             */
            lockedUntil: string | null;
            mustChangePassword: boolean;
            /** @description The person signs in at the OpenID provider. */
            oidcLinked: boolean;
            /**
             * Format: date-time
             * @description Until when a first sign-in at the OpenID provider may link the account; null: not at all.
             * @example 2026-03-31T09:15:00.000000Z
             */
            oidcLinkUntil: string | null;
            roles: components["schemas"]["RoleAssignment"][];
            totpEnabled: boolean;
            userName: string;
            version: number;
        };
        UserChange: {
            /** @description false: may no longer sign in; sessions end at once. */
            active?: boolean;
            displayName?: string;
            /** Format: email */
            email?: string | null;
            /** @enum {string} */
            language?: "de" | "en";
            /** @description false: forgets the person at the OpenID provider. */
            oidcLinked?: boolean;
            /** @description true: for 14 days, the first sign-in at the OpenID provider under this name links the account; false: no longer. */
            oidcLinking?: boolean;
            version: number;
        };
        UserList: {
            items: components["schemas"]["User"][];
            next: string | null;
        };
        /** @description A figure of the VAT pre-return (Kennzahl). */
        VatFigure: {
            /**
             * Format: euro
             * @description As the form takes it; bases in euros and cents, the form itself takes whole euros.
             * @example 1234.50
             */
            amount: string;
            /** @example 81 */
            figure: string;
            /** @example § 12 Abs. 1 UStG */
            law: string;
            /**
             * @example base
             * @enum {string}
             */
            measure: "base" | "tax";
            name: string;
            /**
             * @example owed
             * @enum {string}
             */
            side: "deducted" | "owed";
            /** @description Bases whose tax the form computes: the tax that is booked. */
            tax: string | null;
        };
        VatLine: {
            account: string;
            /**
             * Format: euro
             * @description Debit positive.
             * @example 1234.50
             */
            amount: string;
            /** @description Debit positive. */
            base: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            bookingDate: string;
            /**
             * @description Key.
             * @example UST19
             */
            code: string;
            entryId: string;
            /**
             * @description Per cent.
             * @example 19.00
             */
            rate: string;
            reference: string;
            /** @description The day in whose month it is declared. */
            taxPoint: string;
            text: string;
        };
        VatLineList: {
            items: components["schemas"]["VatLine"][];
            next: string | null;
        };
        /** @description The figures of a VAT pre-return of a month, by the day that decides when tax arises. */
        VatReturn: {
            deducted: string;
            figures: components["schemas"]["VatFigure"][];
            /** @example 2026-03 */
            month: string;
            owed: string;
            /** @description Figure 83; negative: comes back. */
            payable: string;
            /** @description Where the figures are taken from. */
            source: string;
            /** @description Keys that stand in no figure of the form: they must be declared by hand or get a figure. */
            unplaced: string[];
            /** @description What stands on accounts of tax without a key, and so in no figure. */
            withoutKey: components["schemas"]["VatWithoutKey"][];
        };
        VatWithoutKey: {
            account: string;
            /**
             * Format: euro
             * @description Debit positive.
             * @example 1234.50
             */
            amount: string;
            lines: number;
        };
        Version: {
            /** @description The version that was read. */
            version: number;
        };
        VersionedCoding: {
            /**
             * @description Defer what belongs to later fiscal years by the service periods of the lines (§ 43 KomHVO NRW).
             * @example null
             */
            accrual?: components["schemas"]["AccrualWish"] | null;
            /**
             * @description Number of the partner's bank account.
             * @example 1
             */
            bankAccountNo?: number | null;
            /**
             * Format: date
             * @description Absent: the day of posting.
             * @example 2026-03-31
             */
            bookingDate?: string | null;
            /**
             * @description Corrected invoices: does the document state the difference or everything anew?
             * @example null
             * @enum {string|null}
             */
            correction?: "difference" | "replacement" | null;
            discountAmount?: string | null;
            /**
             * Format: date
             * @description Last day for the discount.
             * @example 2026-03-31
             */
            discountOn?: string | null;
            /**
             * Format: date
             * @example 2026-04-30
             */
            dueOn?: string | null;
            lines: components["schemas"]["CodingLine"][];
            /**
             * @description How the item is settled; only transfers are paid by us
             * @example transfer
             * @enum {string}
             */
            method?: "clearing" | "direct-debit" | "none" | "transfer";
            /**
             * @description Credit notes: open items that are reduced
             * @example []
             */
            offsets?: components["schemas"]["ItemOffset"][];
            /** @example 5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10 */
            partnerId?: string | null;
            /** @description Why it must not be paid yet. */
            paymentBlock?: string | null;
            /**
             * @description Earlier invoices or accounts that are cleared
             * @example []
             */
            prepaid?: components["schemas"]["Prepaid"][];
            /**
             * @description Security kept back: an item of its own, blocked.
             * @example null
             */
            retention?: components["schemas"]["RetentionWish"] | null;
            /**
             * @description Budget shares; each is decided by its holder
             * @example []
             */
            shares?: components["schemas"]["Share"][];
            /** @example Stadtwerke: Strom 03/2026 */
            text?: string;
            /**
             * @description Of the document.
             * @example 3
             */
            version: number;
        };
        /** @description The log of the files that hang on entries, and how their bytes were last found. */
        VoucherEvidence: {
            /** @description When the one was read whose turn is longest ago; null while some were never read again. */
            allCheckedSince: string | null;
            /** @description How many of them were read again bit by bit since they came. */
            checked: number;
            /** @description Documents whose bytes no longer are what was received: `E-2026-000017 rechnung.pdf`. */
            damaged: string[];
            /** @description Rows of the log. */
            entries: number;
            /** @description Distinct files that are kept, those of unposted documents among them. */
            files: number;
            /** @description SHA-256 in hexadecimal: the end of the log’s chain. */
            head: string;
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            lastCheckedAt: string | null;
        };
        WaitingDecision: {
            /** @example [] */
            alarms: string[];
            /**
             * Format: euro
             * @example 1234.50
             */
            amount: string;
            assignedTo: components["schemas"]["Person"][];
            /**
             * @description Whole days that it has waited.
             * @example 3
             */
            days: number;
            /**
             * Format: date
             * @example 2026-03-31
             */
            discountOn: string | null;
            /**
             * Format: date
             * @example 2026-03-31
             */
            documentDueOn: string | null;
            /** @example 5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10 */
            documentId: string;
            /**
             * Format: date
             * @example 2026-03-31
             */
            dueOn: string;
            escalated: boolean;
            gross: string | null;
            invoiceNo: string | null;
            /** @example invoice */
            kind: string;
            /** @example E-2026-000123 */
            number: string;
            overdue: boolean;
            reminded: boolean;
            /**
             * @example clerk
             * @enum {string|null}
             */
            role: "administrator" | "auditor" | "budget-holder" | "cash-officer" | "centre-lead" | "clerk" | "enforcement-officer" | "treasurer" | null;
            share: number | null;
            /**
             * @description Since when it waits.
             * @example 2026-03-31T09:15:00.000000Z
             */
            since: string;
            /**
             * @example order
             * @enum {string}
             */
            step: "arithmetic" | "factual" | "order" | "posting" | "second-order";
            supplierName: string;
            /** @example 3 */
            taskNo: number;
            text: string;
            version: number;
        };
        WaitingDecisionList: {
            items: components["schemas"]["WaitingDecision"][];
            next: string | null;
        };
        Workflow: {
            /**
             * Format: date-time
             * @example 2026-03-31T09:15:00.000000Z
             */
            decidedAt: string;
            decidedByName: string;
            /** @example Dienstanweisung 3/2026 */
            note: string;
            steps: components["schemas"]["WorkflowStep"][];
            /**
             * Format: date
             * @example 2026-03-31
             */
            validFrom: string;
            /** @example 1 */
            version: number;
        };
        WorkflowList: {
            /** @description The one with which documents set out today. */
            current: components["schemas"]["Workflow"];
            /** @description All there have been and will be, the newest first. */
            versions: components["schemas"]["Workflow"][];
        };
        WorkflowStep: {
            assignment: components["schemas"]["StepAssignment"];
            /**
             * @description Arithmetic only: the exact recomputation of structured invoices stands in.
             * @example null
             */
            bySystem: components["schemas"]["BySystem"] | null;
            /** @example 5 */
            deadlineDays: number;
            escalation: components["schemas"]["Escalation"] | null;
            /**
             * @description Holds the step when the assignment finds nobody.
             * @example clerk
             * @enum {string}
             */
            fallback: "administrator" | "auditor" | "budget-holder" | "cash-officer" | "centre-lead" | "clerk" | "enforcement-officer" | "treasurer";
            /** @description Second order only: from which total. */
            fromAmount: string | null;
            /**
             * @description Days before the deadline on which the one reminder is written.
             * @example 1
             */
            reminderDays: number;
            /**
             * @example order
             * @enum {string}
             */
            step: "arithmetic" | "factual" | "order" | "posting" | "second-order";
        };
        WorkflowWish: {
            /** @example Dienstanweisung 3/2026 */
            note?: string;
            steps: components["schemas"]["WorkflowStep"][];
            /**
             * Format: date
             * @description Today at the earliest.
             * @example 2026-04-01
             */
            validFrom: string;
            /**
             * @description The newest version that you have seen.
             * @example 1
             */
            version: number;
        };
    };
    responses: {
        /** @description Somebody was faster, or it exists already. Codes: `AlreadyExists`, `AlreadyImported`, `AlreadyReversed`, `BankAccountDecided`, `BatchClosed`, `ClearingItemSettled`, `ContractEnded`, `DecidedAfterwards`, `DocumentStopped`, `DraftGone`, `DuplicateNumber`, `FieldFromRecord`, `FilesElsewhere`, `FindingsNotAccepted`, `InvoiceCancelled`, `InvoiceIssued`, `InvoiceNotIssued`, `KeyReused`, `NoFindingsToAccept`, `NotADuplicate`, `NotAStandingOrder`, `NothingOpen`, `NothingToResume`, `NotInThisState`, `OpenItemInUse`, `PeriodStateUnchanged`, `PlansRestTogether`, `RoleHeldAlready`, `RouteTaken`, `TaskNotOpen`, `TotpAlreadyActive`, `TotpNotStarted`, `VersionConflict`. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://finanzzentrum.example/problems/version-conflict",
                 *       "title": "Changed meanwhile",
                 *       "status": 409,
                 *       "detail": "Somebody else has changed the record (version 3, you had 2). Reload it.",
                 *       "code": "VersionConflict",
                 *       "instance": "/api/v1/…",
                 *       "errors": [
                 *         {
                 *           "pointer": "/version",
                 *           "rule": "VersionConflict",
                 *           "message": "Somebody else has changed the record (version 3, you had 2). Reload it."
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The person may not do this. Codes: `AccessUndeclared`, `CrossSite`, `CsrfRefused`, `Forbidden`, `NotYourDecision`, `OwnBankAccount`, `OwnMatter`, `OwnPersonStays`, `PasswordChangeRequired`, `SessionRequired`, `TokenScope`. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://finanzzentrum.example/problems/forbidden",
                 *       "title": "Not allowed",
                 *       "status": 403,
                 *       "detail": "Your roles at this client do not permit this. Needed: journal:post.",
                 *       "code": "Forbidden",
                 *       "instance": "/api/v1/…"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Our mistake; nothing was stored. Codes: `ContentDamaged`, `Internal`. */
        Internal: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://finanzzentrum.example/problems/internal",
                 *       "title": "Unexpected error",
                 *       "status": 500,
                 *       "detail": "An unexpected error occurred (id req-4711). Nothing was stored.",
                 *       "code": "Internal",
                 *       "instance": "/api/v1/…"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request cannot be read, or fields are wrong. Codes: `AmountMissing`, `AmountNotPositive`, `BookingDateMissing`, `ClientKeyMalformed`, `ControlCharacter`, `CorrectionOfOpening`, `DebitOrCredit`, `EmptyFile`, `EndsBeforeItBegins`, `FieldMissing`, `FileMissing`, `FindingUnknown`, `FormatNotForKind`, `Invalid`, `InvalidField`, `isBIC`, `isBoolean`, `isEmail`, `isIBAN`, `isIn`, `isInt`, `isLength`, `isNotEmpty`, `isObject`, `isRFC3339`, `isString`, `isUuid`, `LinesMissing`, `localDate`, `Malformed`, `matches`, `max`, `maxLength`, `min`, `minLength`, `NotACode`, `NotADate`, `NotAnAccountNumber`, `NotAnAmount`, `NotAnEntryKind`, `NotAnObject`, `NotANumber`, `NotAPercentage`, `NotAPeriod`, `NotARate`, `NotAYear`, `OfficialKeyMalformed`, `OutsideFiscalYear`, `PrepaidWhere`, `ShareAmountMissing`, `TextMissing`, `TextTooLong`, `TooManyDecimals`, `TooManyDocuments`, `TooManyRows`, `UnknownField`, `UploadIncomplete`, `WorkflowAssignment`, `WorkflowDays`. */
        Malformed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://finanzzentrum.example/problems/invalid",
                 *       "title": "Incomplete or wrong input",
                 *       "status": 400,
                 *       "detail": "Please check the fields named.",
                 *       "code": "Invalid",
                 *       "instance": "/api/v1/…",
                 *       "errors": [
                 *         {
                 *           "pointer": "/bookingDate",
                 *           "rule": "NotADate",
                 *           "message": "“31.3.2026” is no date of the form YYYY-MM-DD."
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The address does not know the method. Codes: `MethodNotAllowed`. */
        MethodNotAllowed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://finanzzentrum.example/problems/method-not-allowed",
                 *       "title": "Method not allowed",
                 *       "status": 405,
                 *       "detail": "This address does not know the method.",
                 *       "code": "MethodNotAllowed",
                 *       "instance": "/api/v1/…"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The disk is full; nothing was stored. Codes: `DiskFull`. */
        NoRoom: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://finanzzentrum.example/problems/disk-full",
                 *       "title": "No space left",
                 *       "status": 507,
                 *       "detail": "The disk of the finance centre has no room left; nothing was stored. Please tell those who run it. Files and exports will work again when room has been made.",
                 *       "code": "DiskFull",
                 *       "instance": "/api/v1/…"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such thing, or not for this person. Codes: `NotFound`, `PageNotShown`, `TaskUnknown`. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://finanzzentrum.example/problems/not-found",
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "detail": "There is nothing at this address.",
                 *       "code": "NotFound",
                 *       "instance": "/api/v1/…"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nobody is signed in. Codes: `SignInFailed`, `SignInRequired`, `TotpRequired`. */
        NotSignedIn: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://finanzzentrum.example/problems/sign-in-required",
                 *       "title": "Sign-in required",
                 *       "status": 401,
                 *       "detail": "Please sign in; the session is missing, has expired or was ended.",
                 *       "code": "SignInRequired",
                 *       "instance": "/api/v1/…"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request is readable, but a rule stands against it. Codes: `AccountIsCashFlow`, `AccountLocked`, `AccountNotLiquid`, `AccountNotPostable`, `AccountNumberOutsideParent`, `AccountOfOtherLine`, `AccountOtherwise`, `AccountUnknown`, `AccrualWithoutPeriod`, `AdministratorSeparation`, `AdministratorWholeCentre`, `AmountAmbiguous`, `AmountLimitExceeded`, `AmountOutOfRange`, `AmountsDoNotAdd`, `AmountUnusual`, `ArmsRefused`, `BankAccountNotConfirmed`, `BatchTooLarge`, `BicWrong`, `BuyerAddressMissing`, `BuyerAmbiguous`, `BuyerEndpointMissing`, `BuyerInactive`, `BuyerReferenceMissing`, `BuyerUnknown`, `BuyerVatIdMissing`, `CarriedOverByItself`, `CashAccountMissing`, `CashAccountNotAllowed`, `CashAccountUnknown`, `CashAccountUnresolved`, `CashAccountUnset`, `CashAccountWrong`, `CharacterNotWritable`, `ClosingAccountOutsideClosing`, `ClosingNotAllowed`, `CodingDoesNotAdd`, `CodingLineSum`, `CodingMissing`, `CodingTaxMissing`, `CodingTaxNotBilled`, `CodingTaxTooMuch`, `CollectiveOnlyLines`, `ColumnMissing`, `ColumnTwice`, `ColumnUnknown`, `ControlAccountNeedsItem`, `CorrectedBefore`, `CorrectedInvoiceMissing`, `CorrectionUnknown`, `CostCentreLocked`, `CostCentreUnknown`, `CreditNoteStays`, `CreditorIdentifierMissing`, `CreditorIdentifierWrong`, `CreditTooLarge`, `CurrencyNotEuro`, `CurrentPasswordWrong`, `DateFarAway`, `DateOutsidePeriod`, `DecisionNoteMissing`, `DepartmentUnknown`, `DeputySelf`, `DiscountAfterDue`, `DiscountIncomplete`, `DiscountTooMuch`, `DissolutionOfPlan`, `DocumentAfterBooking`, `DocumentAmountMissing`, `DueBeforeIssue`, `EntryFieldDiffers`, `EntryRefused`, `EquityAgainstBank`, `ExemptionReasonMissing`, `FieldCount`, `FileNotArrived`, `FiscalYearGap`, `Formula`, `FourEyes`, `HandedBack`, `HeadMissing`, `HeldForItems`, `HolderGone`, `HolderMayNotPost`, `HolderOverLimit`, `IbanWrong`, `ImportInterrupted`, `ImportStopped`, `InputTaxNotAllowed`, `InvoiceCorrected`, `InvoiceIncomplete`, `InvoiceTooLarge`, `ItemAccountNotConfirmed`, `ItemNeedsControlAccount`, `ItemsDifferFromOpening`, `KeyMalformed`, `KeyTwice`, `KindDoesNotFitPeriod`, `LastAdministrator`, `LastLineCutOff`, `LeitwegIdInvalid`, `LeitwegIdUnknown`, `LineNotBooked`, `LinePeriodOutside`, `LineRefused`, `LineTextMissing`, `LiquidFundsOpenOnce`, `MandateIbanWrong`, `MandateMissing`, `MandateNeedsAccount`, `MandateThere`, `MixedWithOutOfScope`, `MoreLeftThanRaised`, `NoAccountForLine`, `NobodyToDecide`, `NoContraAccount`, `NoControlAccount`, `NoHoldingAccount`, `NoLines`, `NoRecipient`, `NoRouteInFile`, `NotAMandate`, `NotAMirror`, `NotAText`, `NotBrokenDown`, `NotForwardable`, `NothingToDefer`, `NothingToImport`, `NothingToPay`, `NothingToReverse`, `NotJson`, `NotOpposite`, `NotReadable`, `NulByte`, `OffsetTooLarge`, `OffsetUnknown`, `OpeningDate`, `OpeningOverCarriedYear`, `OpeningTwice`, `OpeningWithoutItems`, `OpenItemNotRaised`, `OpenItemOtherAccount`, `OpenItemOverdrawn`, `OpenItemReversed`, `OpenItemUnknown`, `OrderNeedsPositions`, `OtherPartner`, `OtherStatementLine`, `OwnOidcLink`, `ParentAccountTooGeneral`, `ParentAccountUnknown`, `ParentClientUnknown`, `ParentProductUnknown`, `PartnerBicWrong`, `PartnerIbanWrong`, `PartnerMissing`, `PartnerNumberUnknown`, `PartnerThere`, `PartnerUnknown`, `PasswordContainsName`, `PasswordTooCommon`, `PasswordTooLong`, `PasswordTooShort`, `PasswordUnchanged`, `PaymentAgainstCashAccount`, `PeriodBackwards`, `PeriodClosed`, `PeriodUnknown`, `PersonUnknown`, `PrepaidTooMuch`, `PrepaidTwice`, `PrepaidUnknown`, `ProductAlwaysRequired`, `ProductCodeOutsideParent`, `ProductLocked`, `ProductMissing`, `ProductUnknown`, `QuoteMisplaced`, `QuoteNotClosed`, `ReadingBrokeOff`, `RecordFieldDiffers`, `RecordTooLong`, `RecordTwice`, `ReopeningNeedsReason`, `ResponsibilityUnknown`, `RestAgainst`, `RestUnclear`, `ResultAccountInOpening`, `ResultMovedOutsideClosing`, `RetentionTooMuch`, `ReturnTargetWrong`, `ReversalBeforeOriginal`, `RoundingBooked`, `RuleBroken`, `SecondOrderSecondPerson`, `SecondPersonNeeded`, `SellerAddressMissing`, `SellerBankAccountMissing`, `SellerContactMissing`, `SellerIdMissing`, `SellerTaxIdMissing`, `ServiceDateMissing`, `SettingUnknown`, `SettingValueWrong`, `ShareDoesNotAdd`, `ShareMissing`, `SharesDiffer`, `ShareToName`, `ShareTwice`, `ShareUnknown`, `SidesDiffer`, `SkontoWrong`, `StatementLineTwice`, `StatementLineUnknown`, `SumDiffers`, `SumRounded`, `TaxKeyMissing`, `TemplateDoesNotFit`, `TextTooShort`, `TokenExpiryPast`, `TokenExpiryTooFar`, `TooDeep`, `TooFewLines`, `TooManyLines`, `TotpWrong`, `Unbalanced`, `UnitUnknown`, `UnknownClient`, `UnknownUser`, `ValidityReversed`, `ValueMissing`, `ValueNotAllowed`, `VatIdWrong`, `VatNotOwed`, `VatRateUnknown`, `WorkflowAmount`, `WorkflowBySystem`, `WorkflowInThePast`, `WorkflowRole`, `WorkflowStepsMissing`, `WrongEncoding`, `YearBeforeOpening`, `YearOpenedAtItsEnd`. */
        RuleRefuses: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://finanzzentrum.example/problems/entry-refused",
                 *       "title": "Entry refused",
                 *       "status": 422,
                 *       "detail": "The entry breaks rules of the books; nothing was posted.",
                 *       "code": "EntryRefused",
                 *       "instance": "/api/v1/…",
                 *       "errors": [
                 *         {
                 *           "pointer": "/lines/0/account",
                 *           "rule": "AccountLocked",
                 *           "message": "Account 5431 is locked for posting."
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large. Codes: `FileTooLarge`, `TooLarge`. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://finanzzentrum.example/problems/too-large",
                 *       "title": "Request too large",
                 *       "status": 413,
                 *       "detail": "The request is larger than permitted (1 MiB).",
                 *       "code": "TooLarge",
                 *       "instance": "/api/v1/…"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many attempts, or too much at once; `Retry-After` says how long to wait. Codes: `TooManyAttempts`, `TooManyConnections`, `TooManyStreams`. */
        TooMany: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://finanzzentrum.example/problems/too-many-attempts",
                 *       "title": "Too many attempts",
                 *       "status": 429,
                 *       "detail": "Signing in is blocked for the moment. Please wait 30 seconds.",
                 *       "code": "TooManyAttempts",
                 *       "instance": "/api/v1/…"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body came too slowly and was cut off. Codes: `TooSlow`. */
        TooSlow: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://finanzzentrum.example/problems/too-slow",
                 *       "title": "Transfer cut off",
                 *       "status": 408,
                 *       "detail": "The request arrived too slowly and was cut off; nothing was stored.",
                 *       "code": "TooSlow",
                 *       "instance": "/api/v1/…"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not now; `Retry-After` says when to try again. Codes: `ClockBehind`, `ClocksDiffer`, `ContentStoreUnavailable`, `DatabaseUnavailable`, `LedgerBusy`, `OidcUnavailable`, `Overloaded`, `PeriodBusy`, `ReadingUnavailable`, `SealKeyNotInForce`, `UploadsBusy`. */
        Unavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://finanzzentrum.example/problems/overloaded",
                 *       "title": "Overloaded",
                 *       "status": 503,
                 *       "detail": "Too many requests are waiting. Please try again in 5 seconds.",
                 *       "code": "Overloaded",
                 *       "instance": "/api/v1/…"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body has another format. Codes: `UnsupportedMediaType`. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://finanzzentrum.example/problems/unsupported-media-type",
                 *       "title": "Unsupported format",
                 *       "status": 415,
                 *       "detail": "This format is not accepted here: text/xml.",
                 *       "code": "UnsupportedMediaType",
                 *       "instance": "/api/v1/…"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
        CsrfToken: string;
        /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    Health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["Health"];
                };
            };
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "warnings": [
                     *         "clocks-differ"
                     *       ],
                     *       "clockDifferenceMs": 1,
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Auth_apiTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "createdAt": "2026-03-31T09:15:00.000000Z",
                     *           "lastUsedAt": "2026-03-31T09:15:00.000000Z",
                     *           "expiresOn": "2026-03-31",
                     *           "scopes": [
                     *             "administer"
                     *           ]
                     *         }
                     *       ],
                     *       "next": null,
                     *       "usualDays": 1,
                     *       "longestDays": 1,
                     *       "scopes": [
                     *         {
                     *           "scope": "administer",
                     *           "permissions": [
                     *             "books:read"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ApiTokenList"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Auth_createApiToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "expiresOn": "2026-12-31",
                 *       "name": "nightly export",
                 *       "scopes": [
                 *         "read",
                 *         "export"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewApiToken"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "name": "Gemeinde Ahlenbrück",
                     *       "createdAt": "2026-03-31T09:15:00.000000Z",
                     *       "lastUsedAt": "2026-03-31T09:15:00.000000Z",
                     *       "expiresOn": "2026-03-31",
                     *       "scopes": [
                     *         "administer"
                     *       ],
                     *       "token": "fzt_…"
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedApiToken"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Auth_revokeApiToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                tokenId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Auth_deputyships: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "deputies": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "personId": "…",
                     *           "personName": "Clara Muster",
                     *           "clientId": null,
                     *           "clientName": null,
                     *           "validFrom": "2026-03-31",
                     *           "validTo": "2026-03-31",
                     *           "current": false
                     *         }
                     *       ],
                     *       "represented": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "personId": "…",
                     *           "personName": "Clara Muster",
                     *           "clientId": null,
                     *           "clientName": null,
                     *           "validFrom": "2026-03-31",
                     *           "validTo": "2026-03-31",
                     *           "current": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Deputyships"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Auth_chooseLanguage: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "language": "de"
                 *     }
                 */
                "application/json": components["schemas"]["Language"];
            };
        };
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Oidc_callback: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the application; with `?problem=` where the sign-in failed */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Oidc_start: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the sign-in service */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Auth_signInOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "oidc": {
                     *         "label": "Steuern und ähnliche Abgaben"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SignInOptions"];
                };
            };
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Auth_changePassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "currentPassword": "vier zufällige Wörter reichen",
                 *       "newPassword": "andere vier Wörter tun es auch"
                 *     }
                 */
                "application/json": components["schemas"]["Password"];
            };
        };
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Auth_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "user": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "userName": "clerk",
                     *         "displayName": "Ada Alster",
                     *         "email": "kaemmerei@ahlenbrueck.example",
                     *         "language": "de"
                     *       },
                     *       "csrfToken": "9pX0…",
                     *       "totpEnabled": false,
                     *       "mustChangePassword": false,
                     *       "centre": {
                     *         "name": "Gemeinde Ahlenbrück"
                     *       },
                     *       "permissions": [
                     *         "books:read"
                     *       ],
                     *       "clients": [
                     *         {
                     *           "id": 1,
                     *           "key": "ahlenbrueck",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "shortName": "Ahlenbrück",
                     *           "kind": "municipality",
                     *           "colour": "#1f5f8b",
                     *           "arms": null,
                     *           "roles": [
                     *             "clerk"
                     *           ],
                     *           "permissions": [
                     *             "books:read"
                     *           ],
                     *           "amountLimit": "1234.50"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Auth_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "userName": "clerk",
                 *       "password": "vier zufällige Wörter reichen",
                 *       "totp": "123456"
                 *     }
                 */
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "user": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "userName": "clerk",
                     *         "displayName": "Ada Alster",
                     *         "email": "kaemmerei@ahlenbrueck.example",
                     *         "language": "de"
                     *       },
                     *       "csrfToken": "9pX0…",
                     *       "totpEnabled": false,
                     *       "mustChangePassword": false,
                     *       "centre": {
                     *         "name": "Gemeinde Ahlenbrück"
                     *       },
                     *       "permissions": [
                     *         "books:read"
                     *       ],
                     *       "clients": [
                     *         {
                     *           "id": 1,
                     *           "key": "ahlenbrueck",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "shortName": "Ahlenbrück",
                     *           "kind": "municipality",
                     *           "colour": "#1f5f8b",
                     *           "arms": null,
                     *           "roles": [
                     *             "clerk"
                     *           ],
                     *           "permissions": [
                     *             "books:read"
                     *           ],
                     *           "amountLimit": "1234.50"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Auth_signOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Auth_startTotp: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "secret": "JBSWY3DPEHPK3PXP",
                     *       "uri": "…",
                     *       "qrSvg": "…"
                     *     }
                     */
                    "application/json": components["schemas"]["TotpSetup"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Auth_confirmTotp: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "123456"
                 *     }
                 */
                "application/json": components["schemas"]["TotpCode"];
            };
        };
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Auth_removeTotp: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "vier zufällige Wörter reichen"
                 *     }
                 */
                "application/json": components["schemas"]["TotpRemoval"];
            };
        };
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Audit_events: {
        parameters: {
            query?: {
                /** @description How the action begins. */
                action?: string;
                /** @description The `next` of the page before. */
                after?: string;
                /** @description Events of this client only. */
                clientId?: number;
                /** @description Also the requests by which the navigation counts what waits; by default they are left out. */
                counters?: "false" | "true";
                /** @description The first day (Europe/Berlin). */
                from?: string;
                /** @description Only what was read, or only what was done. */
                kind?: "read" | "write";
                limit?: number;
                /** @description The object and what lies below it, as `resource` names it. */
                object?: string;
                /** @description The last day. */
                to?: string;
                userId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "at": "2026-03-31T09:15:00.000000Z",
                     *           "userId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "userName": "clerk",
                     *           "clientId": null,
                     *           "action": "role.assign",
                     *           "resource": "users/clerk",
                     *           "outcome": "ok",
                     *           "detail": {},
                     *           "ip": "192.0.2.17"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["AuditList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Audit_integrity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "proof": {
                     *         "provenAt": "2026-03-31T09:15:00.000000Z",
                     *         "ok": false,
                     *         "events": 1,
                     *         "headNo": 1,
                     *         "headHash": "…",
                     *         "findings": [
                     *           {
                     *             "rule": "chain",
                     *             "where": "…"
                     *           }
                     *         ]
                     *       },
                     *       "headNo": 1,
                     *       "headHash": "…",
                     *       "waiting": 1
                     *     }
                     */
                    "application/json": components["schemas"]["AuditIntegrity"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Audit_people: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "userName": "clerk",
                     *           "displayName": "Ada Alster"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["AuditPeople"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Audit_prove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "provenAt": "2026-03-31T09:15:00.000000Z",
                     *       "ok": false,
                     *       "events": 1,
                     *       "headNo": 1,
                     *       "headHash": "…",
                     *       "findings": [
                     *         {
                     *           "rule": "chain",
                     *           "where": "…"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AuditProof"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Clearing_list: {
        parameters: {
            query?: {
                after?: string;
                /** @description Items per page, at most 500. */
                limit?: number;
                /** @description `open`: what is to be decided; `settled`: what was decided or routed. */
                state?: "open" | "settled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "fileName": "…",
                     *           "channel": "api",
                     *           "receivedAt": "2026-03-31T09:15:00.000000Z",
                     *           "receivedByName": "…",
                     *           "mailbox": "…",
                     *           "state": "open",
                     *           "reason": "doppelt erfasst",
                     *           "size": null,
                     *           "pages": 1,
                     *           "reading": {
                     *             "supplierName": null,
                     *             "invoiceNo": null,
                     *             "issueDate": "2026-03-31",
                     *             "gross": "1190.00",
                     *             "currency": null,
                     *             "buyerName": null,
                     *             "buyerReference": null
                     *           },
                     *           "proposals": [
                     *             {
                     *               "clientId": 1,
                     *               "reason": "doppelt erfasst"
                     *             }
                     *           ],
                     *           "clientId": null,
                     *           "documentId": null,
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["ClearingList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Clearing_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clearingItemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "invoice": null,
                     *       "history": [
                     *         {
                     *           "id": "4711",
                     *           "at": "2026-03-31T09:15:00.000000Z",
                     *           "byName": "…",
                     *           "kind": "received",
                     *           "note": "Beleg fehlt noch",
                     *           "detail": {}
                     *         }
                     *       ],
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "fileName": "…",
                     *       "channel": "api",
                     *       "receivedAt": "2026-03-31T09:15:00.000000Z",
                     *       "receivedByName": "…",
                     *       "mailbox": "…",
                     *       "state": "open",
                     *       "reason": "doppelt erfasst",
                     *       "size": null,
                     *       "pages": 1,
                     *       "reading": {
                     *         "supplierName": null,
                     *         "invoiceNo": null,
                     *         "issueDate": "2026-03-31",
                     *         "gross": "1190.00",
                     *         "currency": null,
                     *         "buyerName": null,
                     *         "buyerReference": null
                     *       },
                     *       "proposals": [
                     *         {
                     *           "clientId": 1,
                     *           "reason": "doppelt erfasst"
                     *         }
                     *       ],
                     *       "clientId": null,
                     *       "documentId": null,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ClearingDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Clearing_assign: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                clearingItemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "clientId": 1,
                 *       "department": "FB3",
                 *       "reason": "Bauhof bestätigt die Lieferung"
                 *     }
                 */
                "application/json": components["schemas"]["Assignment"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "clientId": 1,
                     *       "documentId": "…"
                     *     }
                     */
                    "application/json": components["schemas"]["Assigned"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Clearing_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clearingItemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Clearing_page: {
        parameters: {
            query?: {
                /** @description In pixels, from 100 to 2,400. */
                width?: number;
            };
            header?: never;
            path: {
                clearingItemId: string;
                page: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Clearing_reject: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                clearingItemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": "Werbung, keine Rechnung"
                 *     }
                 */
                "application/json": components["schemas"]["ClearingRejection"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "invoice": null,
                     *       "history": [
                     *         {
                     *           "id": "4711",
                     *           "at": "2026-03-31T09:15:00.000000Z",
                     *           "byName": "…",
                     *           "kind": "received",
                     *           "note": "Beleg fehlt noch",
                     *           "detail": {}
                     *         }
                     *       ],
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "fileName": "…",
                     *       "channel": "api",
                     *       "receivedAt": "2026-03-31T09:15:00.000000Z",
                     *       "receivedByName": "…",
                     *       "mailbox": "…",
                     *       "state": "open",
                     *       "reason": "doppelt erfasst",
                     *       "size": null,
                     *       "pages": 1,
                     *       "reading": {
                     *         "supplierName": null,
                     *         "invoiceNo": null,
                     *         "issueDate": "2026-03-31",
                     *         "gross": "1190.00",
                     *         "currency": null,
                     *         "buyerName": null,
                     *         "buyerReference": null
                     *       },
                     *       "proposals": [
                     *         {
                     *           "clientId": 1,
                     *           "reason": "doppelt erfasst"
                     *         }
                     *       ],
                     *       "clientId": null,
                     *       "documentId": null,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ClearingDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Clearing_intake: {
        parameters: {
            query?: {
                /** @description The name of the file. */
                fileName?: string;
            };
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "routedTo": {
                     *         "clientId": 1,
                     *         "documentId": "…"
                     *       },
                     *       "clearingItemId": null
                     *     }
                     */
                    "application/json": components["schemas"]["Routed"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Clearing_batches: {
        parameters: {
            query?: {
                after?: string;
                /** @description Items per page, at most 500. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "state": "done",
                     *           "createdAt": "2026-03-31T09:15:00.000000Z",
                     *           "createdByName": "…",
                     *           "completedAt": "2026-03-31T09:15:00.000000Z",
                     *           "counts": {
                     *             "received": 1,
                     *             "done": 1,
                     *             "documents": 1,
                     *             "duplicates": 1,
                     *             "quarantined": 1,
                     *             "cleared": 1,
                     *             "failed": 1
                     *           },
                     *           "perSecond": null,
                     *           "remainingSeconds": null,
                     *           "files": [
                     *             {
                     *               "fileNo": 1,
                     *               "name": "Gemeinde Ahlenbrück",
                     *               "state": "done",
                     *               "outcome": "document",
                     *               "documentId": null,
                     *               "reason": "doppelt erfasst"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["BatchList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Clearing_newBatch: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Rechnungen vom Wochenende"
                 *     }
                 */
                "application/json": components["schemas"]["NewBatch"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "name": "Gemeinde Ahlenbrück",
                     *       "state": "done",
                     *       "createdAt": "2026-03-31T09:15:00.000000Z",
                     *       "createdByName": "…",
                     *       "completedAt": "2026-03-31T09:15:00.000000Z",
                     *       "counts": {
                     *         "received": 1,
                     *         "done": 1,
                     *         "documents": 1,
                     *         "duplicates": 1,
                     *         "quarantined": 1,
                     *         "cleared": 1,
                     *         "failed": 1
                     *       },
                     *       "perSecond": null,
                     *       "remainingSeconds": null,
                     *       "files": [
                     *         {
                     *           "fileNo": 1,
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "state": "done",
                     *           "outcome": "document",
                     *           "documentId": null,
                     *           "reason": "doppelt erfasst"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Batch"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Clearing_batch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                intakeBatchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "name": "Gemeinde Ahlenbrück",
                     *       "state": "done",
                     *       "createdAt": "2026-03-31T09:15:00.000000Z",
                     *       "createdByName": "…",
                     *       "completedAt": "2026-03-31T09:15:00.000000Z",
                     *       "counts": {
                     *         "received": 1,
                     *         "done": 1,
                     *         "documents": 1,
                     *         "duplicates": 1,
                     *         "quarantined": 1,
                     *         "cleared": 1,
                     *         "failed": 1
                     *       },
                     *       "perSecond": null,
                     *       "remainingSeconds": null,
                     *       "files": [
                     *         {
                     *           "fileNo": 1,
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "state": "done",
                     *           "outcome": "document",
                     *           "documentId": null,
                     *           "reason": "doppelt erfasst"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Batch"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Clearing_complete: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                intakeBatchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "name": "Gemeinde Ahlenbrück",
                     *       "state": "done",
                     *       "createdAt": "2026-03-31T09:15:00.000000Z",
                     *       "createdByName": "…",
                     *       "completedAt": "2026-03-31T09:15:00.000000Z",
                     *       "counts": {
                     *         "received": 1,
                     *         "done": 1,
                     *         "documents": 1,
                     *         "duplicates": 1,
                     *         "quarantined": 1,
                     *         "cleared": 1,
                     *         "failed": 1
                     *       },
                     *       "perSecond": null,
                     *       "remainingSeconds": null,
                     *       "files": [
                     *         {
                     *           "fileNo": 1,
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "state": "done",
                     *           "outcome": "document",
                     *           "documentId": null,
                     *           "reason": "doppelt erfasst"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Batch"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Clearing_events: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                intakeBatchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events of the type `batch`; the data of each is the batch as JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example event: batch
                     *     data: {"id":"…","state":"running",…}
                     */
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Clearing_batchFiles: {
        parameters: {
            query?: {
                /** @description Files after this number. */
                after?: number;
                /** @description Only files that a person should look at: missing, refused, quarantined, duplicates. */
                faults?: boolean;
                limit?: number;
            };
            header?: never;
            path: {
                intakeBatchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "fileNo": 1,
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "state": "done",
                     *           "outcome": "document",
                     *           "documentId": null,
                     *           "reason": "doppelt erfasst"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["BatchFileList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Clearing_batchFile: {
        parameters: {
            query?: {
                /** @description The name of the file. */
                fileName?: string;
            };
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                intakeBatchId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Accepted; the job says how far it is. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "fileNo": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ArrivedFile"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Users_roles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "role": "clerk",
                     *           "label": {
                     *             "de": "…",
                     *             "en": "…"
                     *           },
                     *           "permissions": [
                     *             "books:read"
                     *           ],
                     *           "wholeCentreOnly": false
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["RoleList"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Statements_summed: {
        parameters: {
            query: {
                /** @description Booking date up to which entries count (Stichtag). */
                asOf?: string;
                /** @description Client ids, separated by commas. */
                clientIds: string;
                /** @description Fiscal year; default: the year of `asOf`, else the current one. */
                fiscalYear?: number;
                /** @description Instant; entries recorded later are left out (Wissensstand). */
                knownOn?: string;
                /** @description Product, group or area whose lines alone count; `-` for what bears no product. */
                product?: string;
            };
            header?: never;
            path: {
                /** @description Ergebnisrechnung, Finanzrechnung or Bilanz. */
                statement: "balance-sheet" | "cash-flows" | "results";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statement": "results",
                     *       "fiscalYear": 2026,
                     *       "asOf": "2026-03-31",
                     *       "knownOn": "2026-03-31T09:15:00.000000Z",
                     *       "product": null,
                     *       "unit": "EUR",
                     *       "columns": [
                     *         "actual"
                     *       ],
                     *       "lines": [
                     *         {
                     *           "code": "ER01",
                     *           "number": "01",
                     *           "label": "Steuern und ähnliche Abgaben",
                     *           "kind": "line",
                     *           "level": 1,
                     *           "priorYear": "1234.50",
                     *           "actual": "1234.50"
                     *         }
                     *       ],
                     *       "checks": [
                     *         {
                     *           "rule": "assets-equal-liabilities",
                     *           "ok": false,
                     *           "left": "1234.50",
                     *           "right": "1234.50"
                     *         }
                     *       ],
                     *       "clientIds": [
                     *         1
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SummedStatement"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Users_users: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                after?: string;
                limit?: number;
                /** @description Part of the name or user name. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "userName": "clerk",
                     *           "displayName": "Ada Alster",
                     *           "email": "kaemmerei@ahlenbrueck.example",
                     *           "language": "de",
                     *           "active": false,
                     *           "mustChangePassword": false,
                     *           "totpEnabled": false,
                     *           "oidcLinked": false,
                     *           "oidcLinkUntil": "2026-03-31T09:15:00.000000Z",
                     *           "lockedUntil": "2026-03-31T09:15:00.000000Z",
                     *           "version": 1,
                     *           "roles": [
                     *             {
                     *               "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *               "role": "clerk",
                     *               "clientId": null,
                     *               "amountLimit": "1234.50",
                     *               "validFrom": "2026-03-31",
                     *               "validTo": "2026-03-31",
                     *               "version": 1
                     *             }
                     *           ],
                     *           "deputies": [
                     *             {
                     *               "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *               "deputyUserId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *               "deputyName": "Ludwig Leine",
                     *               "clientId": null,
                     *               "validFrom": "2026-03-31",
                     *               "validTo": "2026-03-31",
                     *               "version": 1
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["UserList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Users_createUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "userName": "treasurer.north",
                 *       "displayName": "Kämmerei Nord"
                 *     }
                 */
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "userName": "clerk",
                     *       "displayName": "Ada Alster",
                     *       "email": "kaemmerei@ahlenbrueck.example",
                     *       "language": "de",
                     *       "active": false,
                     *       "mustChangePassword": false,
                     *       "totpEnabled": false,
                     *       "oidcLinked": false,
                     *       "oidcLinkUntil": "2026-03-31T09:15:00.000000Z",
                     *       "lockedUntil": "2026-03-31T09:15:00.000000Z",
                     *       "version": 1,
                     *       "roles": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "role": "clerk",
                     *           "clientId": null,
                     *           "amountLimit": "1234.50",
                     *           "validFrom": "2026-03-31",
                     *           "validTo": "2026-03-31",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "deputies": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "deputyUserId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "deputyName": "Ludwig Leine",
                     *           "clientId": null,
                     *           "validFrom": "2026-03-31",
                     *           "validTo": "2026-03-31",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "initialPassword": "Anfang-7Kq2-xw9P"
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedUser"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Users_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "userName": "clerk",
                     *       "displayName": "Ada Alster",
                     *       "email": "kaemmerei@ahlenbrueck.example",
                     *       "language": "de",
                     *       "active": false,
                     *       "mustChangePassword": false,
                     *       "totpEnabled": false,
                     *       "oidcLinked": false,
                     *       "oidcLinkUntil": "2026-03-31T09:15:00.000000Z",
                     *       "lockedUntil": "2026-03-31T09:15:00.000000Z",
                     *       "version": 1,
                     *       "roles": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "role": "clerk",
                     *           "clientId": null,
                     *           "amountLimit": "1234.50",
                     *           "validFrom": "2026-03-31",
                     *           "validTo": "2026-03-31",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "deputies": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "deputyUserId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "deputyName": "Ludwig Leine",
                     *           "clientId": null,
                     *           "validFrom": "2026-03-31",
                     *           "validTo": "2026-03-31",
                     *           "version": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Users_changeUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": components["schemas"]["UserChange"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "userName": "clerk",
                     *       "displayName": "Ada Alster",
                     *       "email": "kaemmerei@ahlenbrueck.example",
                     *       "language": "de",
                     *       "active": false,
                     *       "mustChangePassword": false,
                     *       "totpEnabled": false,
                     *       "oidcLinked": false,
                     *       "oidcLinkUntil": "2026-03-31T09:15:00.000000Z",
                     *       "lockedUntil": "2026-03-31T09:15:00.000000Z",
                     *       "version": 1,
                     *       "roles": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "role": "clerk",
                     *           "clientId": null,
                     *           "amountLimit": "1234.50",
                     *           "validFrom": "2026-03-31",
                     *           "validTo": "2026-03-31",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "deputies": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "deputyUserId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "deputyName": "Ludwig Leine",
                     *           "clientId": null,
                     *           "validFrom": "2026-03-31",
                     *           "validTo": "2026-03-31",
                     *           "version": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Users_appointDeputy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "validFrom": "2026-12-31",
                 *       "validTo": "2026-12-31",
                 *       "deputyUserId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                 *       "clientId": null
                 *     }
                 */
                "application/json": components["schemas"]["NewDeputy"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "userName": "clerk",
                     *       "displayName": "Ada Alster",
                     *       "email": "kaemmerei@ahlenbrueck.example",
                     *       "language": "de",
                     *       "active": false,
                     *       "mustChangePassword": false,
                     *       "totpEnabled": false,
                     *       "oidcLinked": false,
                     *       "oidcLinkUntil": "2026-03-31T09:15:00.000000Z",
                     *       "lockedUntil": "2026-03-31T09:15:00.000000Z",
                     *       "version": 1,
                     *       "roles": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "role": "clerk",
                     *           "clientId": null,
                     *           "amountLimit": "1234.50",
                     *           "validFrom": "2026-03-31",
                     *           "validTo": "2026-03-31",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "deputies": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "deputyUserId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "deputyName": "Ludwig Leine",
                     *           "clientId": null,
                     *           "validFrom": "2026-03-31",
                     *           "validTo": "2026-03-31",
                     *           "version": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Users_changeDeputy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                deputyId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "validTo": "2026-12-31",
                 *       "version": 1
                 *     }
                 */
                "application/json": components["schemas"]["DeputyChange"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "userName": "clerk",
                     *       "displayName": "Ada Alster",
                     *       "email": "kaemmerei@ahlenbrueck.example",
                     *       "language": "de",
                     *       "active": false,
                     *       "mustChangePassword": false,
                     *       "totpEnabled": false,
                     *       "oidcLinked": false,
                     *       "oidcLinkUntil": "2026-03-31T09:15:00.000000Z",
                     *       "lockedUntil": "2026-03-31T09:15:00.000000Z",
                     *       "version": 1,
                     *       "roles": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "role": "clerk",
                     *           "clientId": null,
                     *           "amountLimit": "1234.50",
                     *           "validFrom": "2026-03-31",
                     *           "validTo": "2026-03-31",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "deputies": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "deputyUserId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "deputyName": "Ludwig Leine",
                     *           "clientId": null,
                     *           "validFrom": "2026-03-31",
                     *           "validTo": "2026-03-31",
                     *           "version": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Users_unlock: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Users_resetPassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["PasswordReset"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "initialPassword": "Anfang-7Kq2-xw9P"
                     *     }
                     */
                    "application/json": components["schemas"]["InitialPassword"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Users_assignRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "validFrom": "2026-12-31",
                 *       "validTo": "2026-12-31",
                 *       "role": "clerk",
                 *       "clientId": null,
                 *       "amountLimit": "5000.00"
                 *     }
                 */
                "application/json": components["schemas"]["NewRole"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "userName": "clerk",
                     *       "displayName": "Ada Alster",
                     *       "email": "kaemmerei@ahlenbrueck.example",
                     *       "language": "de",
                     *       "active": false,
                     *       "mustChangePassword": false,
                     *       "totpEnabled": false,
                     *       "oidcLinked": false,
                     *       "oidcLinkUntil": "2026-03-31T09:15:00.000000Z",
                     *       "lockedUntil": "2026-03-31T09:15:00.000000Z",
                     *       "version": 1,
                     *       "roles": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "role": "clerk",
                     *           "clientId": null,
                     *           "amountLimit": "1234.50",
                     *           "validFrom": "2026-03-31",
                     *           "validTo": "2026-03-31",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "deputies": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "deputyUserId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "deputyName": "Ludwig Leine",
                     *           "clientId": null,
                     *           "validFrom": "2026-03-31",
                     *           "validTo": "2026-03-31",
                     *           "version": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Users_changeRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                roleId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "validTo": "2026-12-31",
                 *       "amountLimit": "1234.50",
                 *       "version": 1
                 *     }
                 */
                "application/json": components["schemas"]["RoleChange"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "userName": "clerk",
                     *       "displayName": "Ada Alster",
                     *       "email": "kaemmerei@ahlenbrueck.example",
                     *       "language": "de",
                     *       "active": false,
                     *       "mustChangePassword": false,
                     *       "totpEnabled": false,
                     *       "oidcLinked": false,
                     *       "oidcLinkUntil": "2026-03-31T09:15:00.000000Z",
                     *       "lockedUntil": "2026-03-31T09:15:00.000000Z",
                     *       "version": 1,
                     *       "roles": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "role": "clerk",
                     *           "clientId": null,
                     *           "amountLimit": "1234.50",
                     *           "validFrom": "2026-03-31",
                     *           "validTo": "2026-03-31",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "deputies": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "deputyUserId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "deputyName": "Ludwig Leine",
                     *           "clientId": null,
                     *           "validFrom": "2026-03-31",
                     *           "validTo": "2026-03-31",
                     *           "version": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Clients_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": 1,
                     *           "uuid": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "key": "ahlenbrueck",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "shortName": "Ahlenbrück",
                     *           "kind": "municipality",
                     *           "officialKey": null,
                     *           "parentClientId": null,
                     *           "address": {
                     *             "street": "Rathausplatz 1",
                     *             "postcode": "48999",
                     *             "city": "Ahlenbrück"
                     *           },
                     *           "email": "kaemmerei@ahlenbrueck.example",
                     *           "phone": null,
                     *           "creditorIdentifier": null,
                     *           "vatId": null,
                     *           "vatStatus": "regular",
                     *           "colour": "#1f5f8b",
                     *           "arms": null,
                     *           "chart": "nkf-2019",
                     *           "version": 1,
                     *           "createdAt": "2026-03-31T09:15:00.000000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["ClientList"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Clients_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "template": "nrw-municipality",
                 *       "key": "ahlenbrueck",
                 *       "name": "Gemeinde Ahlenbrück",
                 *       "fiscalYear": 2026,
                 *       "shortName": "Ahlenbrück",
                 *       "officialKey": "05999004",
                 *       "creditorIdentifier": "DE98ZZZ09999999999",
                 *       "vatId": "DE999999999",
                 *       "colour": "#1f5f8b"
                 *     }
                 */
                "application/json": components["schemas"]["NewClient"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "uuid": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "key": "ahlenbrueck",
                     *       "name": "Gemeinde Ahlenbrück",
                     *       "shortName": "Ahlenbrück",
                     *       "kind": "municipality",
                     *       "officialKey": null,
                     *       "parentClientId": null,
                     *       "address": {
                     *         "street": "Rathausplatz 1",
                     *         "postcode": "48999",
                     *         "city": "Ahlenbrück"
                     *       },
                     *       "email": "kaemmerei@ahlenbrueck.example",
                     *       "phone": null,
                     *       "creditorIdentifier": null,
                     *       "vatId": null,
                     *       "vatStatus": "regular",
                     *       "colour": "#1f5f8b",
                     *       "arms": null,
                     *       "chart": "nkf-2019",
                     *       "version": 1,
                     *       "createdAt": "2026-03-31T09:15:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Client"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Clients_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "uuid": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "key": "ahlenbrueck",
                     *       "name": "Gemeinde Ahlenbrück",
                     *       "shortName": "Ahlenbrück",
                     *       "kind": "municipality",
                     *       "officialKey": null,
                     *       "parentClientId": null,
                     *       "address": {
                     *         "street": "Rathausplatz 1",
                     *         "postcode": "48999",
                     *         "city": "Ahlenbrück"
                     *       },
                     *       "email": "kaemmerei@ahlenbrueck.example",
                     *       "phone": null,
                     *       "creditorIdentifier": null,
                     *       "vatId": null,
                     *       "vatStatus": "regular",
                     *       "colour": "#1f5f8b",
                     *       "arms": null,
                     *       "chart": "nkf-2019",
                     *       "version": 1,
                     *       "createdAt": "2026-03-31T09:15:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Client"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Clients_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "shortName": "Ahlenbrück",
                 *       "officialKey": "05999004",
                 *       "creditorIdentifier": "DE98ZZZ09999999999",
                 *       "vatId": "DE999999999",
                 *       "colour": "#1f5f8b"
                 *     }
                 */
                "application/json": components["schemas"]["ClientChange"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "uuid": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "key": "ahlenbrueck",
                     *       "name": "Gemeinde Ahlenbrück",
                     *       "shortName": "Ahlenbrück",
                     *       "kind": "municipality",
                     *       "officialKey": null,
                     *       "parentClientId": null,
                     *       "address": {
                     *         "street": "Rathausplatz 1",
                     *         "postcode": "48999",
                     *         "city": "Ahlenbrück"
                     *       },
                     *       "email": "kaemmerei@ahlenbrueck.example",
                     *       "phone": null,
                     *       "creditorIdentifier": null,
                     *       "vatId": null,
                     *       "vatStatus": "regular",
                     *       "colour": "#1f5f8b",
                     *       "arms": null,
                     *       "chart": "nkf-2019",
                     *       "version": 1,
                     *       "createdAt": "2026-03-31T09:15:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Client"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    MasterData_accounts: {
        parameters: {
            query?: {
                /** @description The `next` of the page before; only without `q`. */
                after?: string;
                /** @description Only cash-flow accounts (classes 6 and 7), or only the others. */
                cash?: boolean;
                /** @description Leading digits: a class, group or kind of account. */
                class?: string;
                limit?: number;
                /** @description Only liquid funds, or only the others. */
                liquid?: boolean;
                /** @description Only accounts that can (`true`) or cannot be booked on. */
                postable?: boolean;
                /** @description The number or its beginning, or words of the name; upper case, ß and umlauts do not matter. Best first. */
                q?: string;
            };
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "number": "1811",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "parent": "181",
                     *           "level": "konto",
                     *           "kind": "asset",
                     *           "side": "credit",
                     *           "statementLine": "A2.4",
                     *           "defaultCashAccount": null,
                     *           "postable": false,
                     *           "liquid": false,
                     *           "locked": false,
                     *           "productRequired": false,
                     *           "origin": "chart",
                     *           "control": "creditors",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["AccountList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    MasterData_addAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "number": "524110",
                 *       "name": "Stromkosten Rathaus",
                 *       "parent": "5241"
                 *     }
                 */
                "application/json": components["schemas"]["NewAccount"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "1811",
                     *       "name": "Gemeinde Ahlenbrück",
                     *       "parent": "181",
                     *       "level": "konto",
                     *       "kind": "asset",
                     *       "side": "credit",
                     *       "statementLine": "A2.4",
                     *       "defaultCashAccount": null,
                     *       "postable": false,
                     *       "liquid": false,
                     *       "locked": false,
                     *       "productRequired": false,
                     *       "origin": "chart",
                     *       "control": "creditors",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    MasterData_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
                /** @description Number of the account. */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "1811",
                     *       "name": "Gemeinde Ahlenbrück",
                     *       "parent": "181",
                     *       "level": "konto",
                     *       "kind": "asset",
                     *       "side": "credit",
                     *       "statementLine": "A2.4",
                     *       "defaultCashAccount": null,
                     *       "postable": false,
                     *       "liquid": false,
                     *       "locked": false,
                     *       "productRequired": false,
                     *       "origin": "chart",
                     *       "control": "creditors",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    MasterData_changeAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                /** @description Number of the account. */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": components["schemas"]["AccountChange"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "1811",
                     *       "name": "Gemeinde Ahlenbrück",
                     *       "parent": "181",
                     *       "level": "konto",
                     *       "kind": "asset",
                     *       "side": "credit",
                     *       "statementLine": "A2.4",
                     *       "defaultCashAccount": null,
                     *       "postable": false,
                     *       "liquid": false,
                     *       "locked": false,
                     *       "productRequired": false,
                     *       "origin": "chart",
                     *       "control": "creditors",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Journal_account: {
        parameters: {
            query?: {
                after?: string;
                /** @description Booking date up to which entries count (Stichtag). */
                asOf?: string;
                /** @description Fiscal year; default: the year of `asOf`, else the current one. */
                fiscalYear?: number;
                /** @description First booking date; default: the beginning of the year. */
                from?: string;
                /** @description Instant; entries recorded later are left out (Wissensstand). */
                knownOn?: string;
                /** @description Items per page, at most 500. */
                limit?: number;
                /** @description Product, group or area whose lines alone count; `-` for what bears no product. */
                product?: string;
                /** @description Last booking date. */
                to?: string;
            };
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
                /** @description Number of the account. */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "account": {
                     *         "number": "1811",
                     *         "name": "Gemeinde Ahlenbrück",
                     *         "side": "credit"
                     *       },
                     *       "from": "2026-03-31",
                     *       "to": "2026-03-31",
                     *       "opening": "1234.50",
                     *       "items": [
                     *         {
                     *           "entryId": "2026-17",
                     *           "fiscalYear": 2026,
                     *           "entryNo": 1,
                     *           "lineNo": 1,
                     *           "bookingDate": "2026-03-31",
                     *           "recordedAt": "2026-03-31T09:15:00.000000Z",
                     *           "kind": "regular",
                     *           "text": "Grundsteuer B, I. Quartal",
                     *           "reference": "GRD-2026-0411",
                     *           "account": "1811",
                     *           "contra": "4011",
                     *           "product": null,
                     *           "costCentre": null,
                     *           "cashAccount": null,
                     *           "debit": "1234.50",
                     *           "credit": "1234.50",
                     *           "openItem": {
                     *             "id": "0c7c1e3e-3f6e-4b57-9b3a-0a9d9bb2a001",
                     *             "no": 1
                     *           },
                     *           "balance": "1234.50"
                     *         }
                     *       ],
                     *       "next": null,
                     *       "totals": {
                     *         "debit": "1234.50",
                     *         "credit": "1234.50",
                     *         "closing": "1234.50"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AccountLedger"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Desk_accrue: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Grundsteuer B, I. Quartal",
                 *       "amount": "1234.50",
                 *       "expenseAccount": "5441",
                 *       "accrualAccount": "1911",
                 *       "serviceFrom": "2026-03-31",
                 *       "serviceTo": "2026-03-31",
                 *       "bookingDate": "2026-03-31"
                 *     }
                 */
                "application/json": components["schemas"]["NewAccrual"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "name": "Miete Jugendzentrum",
                     *       "kind": "standing",
                     *       "entry": {
                     *         "text": "Miete Jugendzentrum",
                     *         "lines": [
                     *           {
                     *             "account": "5422",
                     *             "debit": "850.00",
                     *             "product": "366.01"
                     *           }
                     *         ]
                     *       },
                     *       "instalments": [
                     *         {
                     *           "date": "2026-03-31",
                     *           "lines": [
                     *             {}
                     *           ]
                     *         }
                     *       ],
                     *       "rhythm": "half-yearly",
                     *       "firstDate": "2026-03-31",
                     *       "lastDate": "2026-03-31",
                     *       "nextDate": "2026-03-31",
                     *       "state": "active",
                     *       "lastError": null,
                     *       "endedBecause": "done",
                     *       "origin": null,
                     *       "accrualAccount": null,
                     *       "postedCount": 1,
                     *       "author": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "name": "Ada Alster"
                     *       },
                     *       "obstacles": [
                     *         "holder-gone"
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["StandingEntry"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    MasterData_bankAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "iban": "DE02120300000000202051",
                     *           "bic": "BYLADEM1001",
                     *           "account": "1811",
                     *           "active": false,
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["BankAccountList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    MasterData_addBankAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Sparkasse Ahlenbrück, laufendes Konto",
                 *       "iban": "DE02 1203 0000 0000 2020 51",
                 *       "bic": "BYLADEM1001",
                 *       "account": "1811"
                 *     }
                 */
                "application/json": components["schemas"]["NewBankAccount"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "name": "Gemeinde Ahlenbrück",
                     *       "iban": "DE02120300000000202051",
                     *       "bic": "BYLADEM1001",
                     *       "account": "1811",
                     *       "active": false,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["BankAccount"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    MasterData_changeBankAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                bankAccountId: string;
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": components["schemas"]["BankAccountChange"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "name": "Gemeinde Ahlenbrück",
                     *       "iban": "DE02120300000000202051",
                     *       "bic": "BYLADEM1001",
                     *       "account": "1811",
                     *       "active": false,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["BankAccount"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Journal_cashAccount: {
        parameters: {
            query?: {
                after?: string;
                /** @description Booking date up to which entries count (Stichtag). */
                asOf?: string;
                /** @description Fiscal year; default: the year of `asOf`, else the current one. */
                fiscalYear?: number;
                /** @description First booking date; default: the beginning of the year. */
                from?: string;
                /** @description Instant; entries recorded later are left out (Wissensstand). */
                knownOn?: string;
                /** @description Items per page, at most 500. */
                limit?: number;
                /** @description Product, group or area whose lines alone count; `-` for what bears no product. */
                product?: string;
                /** @description Last booking date. */
                to?: string;
            };
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
                /** @description Number of the account. */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "account": {
                     *         "number": "1811",
                     *         "name": "Gemeinde Ahlenbrück",
                     *         "side": "credit"
                     *       },
                     *       "from": "2026-03-31",
                     *       "to": "2026-03-31",
                     *       "opening": "1234.50",
                     *       "items": [
                     *         {
                     *           "entryId": "2026-17",
                     *           "fiscalYear": 2026,
                     *           "entryNo": 1,
                     *           "lineNo": 1,
                     *           "bookingDate": "2026-03-31",
                     *           "recordedAt": "2026-03-31T09:15:00.000000Z",
                     *           "kind": "regular",
                     *           "text": "Grundsteuer B, I. Quartal",
                     *           "reference": "GRD-2026-0411",
                     *           "account": "1811",
                     *           "contra": "4011",
                     *           "product": null,
                     *           "costCentre": null,
                     *           "cashAccount": null,
                     *           "debit": "1234.50",
                     *           "credit": "1234.50",
                     *           "openItem": {
                     *             "id": "0c7c1e3e-3f6e-4b57-9b3a-0a9d9bb2a001",
                     *             "no": 1
                     *           },
                     *           "balance": "1234.50"
                     *         }
                     *       ],
                     *       "next": null,
                     *       "totals": {
                     *         "debit": "1234.50",
                     *         "credit": "1234.50",
                     *         "closing": "1234.50"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AccountLedger"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Orders_contracts: {
        parameters: {
            query?: {
                /** @description Only those whose expected invoice has not come. */
                overdue?: boolean;
                partner?: string;
            };
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "treatment": null,
                     *           "rhythm": "monthly",
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "number": "V-2026-17",
                     *           "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "partnerName": "…",
                     *           "subject": "Wartung Aufzug Rathaus",
                     *           "account": "1811",
                     *           "product": null,
                     *           "costCentre": null,
                     *           "deductiblePercent": null,
                     *           "expectedAmount": "119.00",
                     *           "tolerance": "5.00",
                     *           "firstOn": "2026-03-31",
                     *           "nextOn": "2026-04-01",
                     *           "endsOn": "2026-03-31",
                     *           "overdue": false,
                     *           "note": "Beleg fehlt noch",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["ContractList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Orders_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "number": "V-2026-17",
                 *       "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                 *       "subject": "Wartung Aufzug Rathaus",
                 *       "rhythm": "half-yearly",
                 *       "firstOn": "2026-03-31",
                 *       "account": "5241",
                 *       "product": "111.06",
                 *       "deductiblePercent": "50",
                 *       "expectedAmount": "119.00",
                 *       "tolerance": "5.00",
                 *       "endsOn": "2027-12-31"
                 *     }
                 */
                "application/json": components["schemas"]["NewContract"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "treatment": null,
                     *       "rhythm": "monthly",
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "number": "V-2026-17",
                     *       "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "partnerName": "…",
                     *       "subject": "Wartung Aufzug Rathaus",
                     *       "account": "1811",
                     *       "product": null,
                     *       "costCentre": null,
                     *       "deductiblePercent": null,
                     *       "expectedAmount": "119.00",
                     *       "tolerance": "5.00",
                     *       "firstOn": "2026-03-31",
                     *       "nextOn": "2026-04-01",
                     *       "endsOn": "2026-03-31",
                     *       "overdue": false,
                     *       "note": "Beleg fehlt noch",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Contract"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Orders_contract: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
                contractId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "treatment": null,
                     *       "rhythm": "monthly",
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "number": "V-2026-17",
                     *       "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "partnerName": "…",
                     *       "subject": "Wartung Aufzug Rathaus",
                     *       "account": "1811",
                     *       "product": null,
                     *       "costCentre": null,
                     *       "deductiblePercent": null,
                     *       "expectedAmount": "119.00",
                     *       "tolerance": "5.00",
                     *       "firstOn": "2026-03-31",
                     *       "nextOn": "2026-04-01",
                     *       "endsOn": "2026-03-31",
                     *       "overdue": false,
                     *       "note": "Beleg fehlt noch",
                     *       "version": 1,
                     *       "invoices": [
                     *         {
                     *           "documentId": "…",
                     *           "number": "E-2026-000123",
                     *           "gross": null,
                     *           "expectedOn": "2026-03-31",
                     *           "withinTolerance": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ContractDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Orders_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                contractId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "nextOn": "2026-03-31",
                 *       "account": "5241",
                 *       "product": "111.06",
                 *       "deductiblePercent": "50",
                 *       "expectedAmount": "119.00",
                 *       "tolerance": "5.00",
                 *       "endsOn": "2027-12-31"
                 *     }
                 */
                "application/json": components["schemas"]["ContractChange"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "treatment": null,
                     *       "rhythm": "monthly",
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "number": "V-2026-17",
                     *       "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "partnerName": "…",
                     *       "subject": "Wartung Aufzug Rathaus",
                     *       "account": "1811",
                     *       "product": null,
                     *       "costCentre": null,
                     *       "deductiblePercent": null,
                     *       "expectedAmount": "119.00",
                     *       "tolerance": "5.00",
                     *       "firstOn": "2026-03-31",
                     *       "nextOn": "2026-04-01",
                     *       "endsOn": "2026-03-31",
                     *       "overdue": false,
                     *       "note": "Beleg fehlt noch",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Contract"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    MasterData_costCentres: {
        parameters: {
            query?: {
                /** @description The `next` of the page before; only without `q`. */
                after?: string;
                limit?: number;
                /** @description The number or its beginning, or words of the name; upper case, ß and umlauts do not matter. Best first. */
                q?: string;
            };
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "code": "111.01",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "locked": false,
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["CostCentreList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    MasterData_addCostCentre: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "1010",
                 *       "name": "Rathaus"
                 *     }
                 */
                "application/json": components["schemas"]["NewCostCentre"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "111.01",
                     *       "name": "Gemeinde Ahlenbrück",
                     *       "locked": false,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["CostCentre"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    MasterData_costCentre: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "111.01",
                     *       "name": "Gemeinde Ahlenbrück",
                     *       "locked": false,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["CostCentre"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    MasterData_changeCostCentre: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": components["schemas"]["CostCentreChange"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "111.01",
                     *       "name": "Gemeinde Ahlenbrück",
                     *       "locked": false,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["CostCentre"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Dashboard_show: {
        parameters: {
            query?: {
                /** @description Default: the current year. */
                fiscalYear?: number;
            };
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "fiscalYear": 2026,
                     *       "entries": 1,
                     *       "entriesThisMonth": 1,
                     *       "drafts": 1,
                     *       "liquidFunds": "1234.50",
                     *       "result": "1234.50",
                     *       "openPeriods": [
                     *         {
                     *           "period": 1,
                     *           "state": "open"
                     *         }
                     *       ],
                     *       "lastEntry": {
                     *         "reversedBy": null,
                     *         "lines": [
                     *           {
                     *             "lineNo": 1,
                     *             "account": "1811",
                     *             "product": null,
                     *             "costCentre": null,
                     *             "cashAccount": "6012",
                     *             "debit": "1234.50",
                     *             "credit": null,
                     *             "text": "",
                     *             "openItem": null,
                     *             "tax": null,
                     *             "accountName": "Sparkasse, laufendes Konto",
                     *             "productName": null,
                     *             "cashAccountName": "Grundsteuer B"
                     *           },
                     *           {
                     *             "lineNo": 2,
                     *             "account": "4012",
                     *             "product": "611.01",
                     *             "costCentre": null,
                     *             "cashAccount": null,
                     *             "debit": null,
                     *             "credit": "1234.50",
                     *             "text": "",
                     *             "openItem": null,
                     *             "tax": null,
                     *             "accountName": "Grundsteuer B",
                     *             "productName": "Steuern und allgemeine Zuweisungen",
                     *             "cashAccountName": null
                     *           }
                     *         ],
                     *         "id": "2026-17",
                     *         "fiscalYear": 2026,
                     *         "entryNo": 1,
                     *         "period": 1,
                     *         "bookingDate": "2026-03-31",
                     *         "documentDate": "2026-03-31",
                     *         "recordedAt": "2026-03-31T09:15:00.000000Z",
                     *         "kind": "regular",
                     *         "text": "Grundsteuer B, I. Quartal",
                     *         "reference": "GRD-2026-0411",
                     *         "source": "api",
                     *         "author": {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "name": "Ada Alster"
                     *         },
                     *         "total": "1234.50",
                     *         "reverses": null,
                     *         "reason": "doppelt erfasst",
                     *         "chainHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                     *       },
                     *       "lastSeal": {
                     *         "sealNo": 1,
                     *         "sealedAt": "2026-03-31T09:15:00.000000Z"
                     *       },
                     *       "standingDue": 1,
                     *       "standingFailed": 1,
                     *       "standingAtRisk": 1,
                     *       "integrity": {
                     *         "ok": false,
                     *         "provenAt": "2026-03-31T09:15:00.000000Z"
                     *       },
                     *       "recent": [
                     *         {
                     *           "reversedBy": null,
                     *           "lines": [
                     *             {
                     *               "lineNo": 1,
                     *               "account": "1811",
                     *               "product": null,
                     *               "costCentre": null,
                     *               "cashAccount": "6012",
                     *               "debit": "1234.50",
                     *               "credit": null,
                     *               "text": "",
                     *               "openItem": null,
                     *               "tax": null,
                     *               "accountName": "Sparkasse, laufendes Konto",
                     *               "productName": null,
                     *               "cashAccountName": "Grundsteuer B"
                     *             },
                     *             {
                     *               "lineNo": 2,
                     *               "account": "4012",
                     *               "product": "611.01",
                     *               "costCentre": null,
                     *               "cashAccount": null,
                     *               "debit": null,
                     *               "credit": "1234.50",
                     *               "text": "",
                     *               "openItem": null,
                     *               "tax": null,
                     *               "accountName": "Grundsteuer B",
                     *               "productName": "Steuern und allgemeine Zuweisungen",
                     *               "cashAccountName": null
                     *             }
                     *           ],
                     *           "id": "2026-17",
                     *           "fiscalYear": 2026,
                     *           "entryNo": 1,
                     *           "period": 1,
                     *           "bookingDate": "2026-03-31",
                     *           "documentDate": "2026-03-31",
                     *           "recordedAt": "2026-03-31T09:15:00.000000Z",
                     *           "kind": "regular",
                     *           "text": "Grundsteuer B, I. Quartal",
                     *           "reference": "GRD-2026-0411",
                     *           "source": "api",
                     *           "author": {
                     *             "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *             "name": "Ada Alster"
                     *           },
                     *           "total": "1234.50",
                     *           "reverses": null,
                     *           "reason": "doppelt erfasst",
                     *           "chainHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Dashboard"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Decisions_people: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "name": "Ada Alster"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["DeciderList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Decisions_waiting: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                after?: string;
                /** @description Items per page, at most 500. */
                limit?: number;
                /** @description Only what is past its deadline, or only what is not. */
                overdue?: boolean;
                /** @description Only what waits for this person. */
                person?: string;
                step?: "arithmetic" | "factual" | "order" | "posting" | "second-order";
            };
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "step": "order",
                     *           "alarms": [],
                     *           "assignedTo": [
                     *             {
                     *               "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *               "name": "Ada Alster"
                     *             }
                     *           ],
                     *           "role": "clerk",
                     *           "documentId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "number": "E-2026-000123",
                     *           "kind": "invoice",
                     *           "supplierName": "…",
                     *           "invoiceNo": null,
                     *           "text": "Grundsteuer B, I. Quartal",
                     *           "gross": null,
                     *           "amount": "1234.50",
                     *           "share": null,
                     *           "taskNo": 3,
                     *           "since": "2026-03-31T09:15:00.000000Z",
                     *           "days": 3,
                     *           "dueOn": "2026-03-31",
                     *           "overdue": false,
                     *           "reminded": false,
                     *           "escalated": false,
                     *           "discountOn": "2026-03-31",
                     *           "documentDueOn": "2026-03-31",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["WaitingDecisionList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Routes_departments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "code": "FB3",
                     *           "name": "Bauen und Umwelt",
                     *           "email": "kaemmerei@ahlenbrueck.example",
                     *           "active": false,
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["DepartmentList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Routes_newDepartment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "FB3",
                 *       "name": "Bauen und Umwelt",
                 *       "email": "bauamt@ahlenbrueck.example"
                 *     }
                 */
                "application/json": components["schemas"]["NewDepartment"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FB3",
                     *       "name": "Bauen und Umwelt",
                     *       "email": "kaemmerei@ahlenbrueck.example",
                     *       "active": false,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Department"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Routes_editDepartment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "bauamt@ahlenbrueck.example",
                 *       "version": 1
                 *     }
                 */
                "application/json": components["schemas"]["DepartmentChange"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "FB3",
                     *       "name": "Bauen und Umwelt",
                     *       "email": "kaemmerei@ahlenbrueck.example",
                     *       "active": false,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Department"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Batches_list: {
        parameters: {
            query?: {
                after?: string;
                /** @description Items per page, at most 500. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "state": "done",
                     *           "createdAt": "2026-03-31T09:15:00.000000Z",
                     *           "createdByName": "…",
                     *           "completedAt": "2026-03-31T09:15:00.000000Z",
                     *           "counts": {
                     *             "received": 1,
                     *             "done": 1,
                     *             "documents": 1,
                     *             "duplicates": 1,
                     *             "quarantined": 1,
                     *             "cleared": 1,
                     *             "failed": 1
                     *           },
                     *           "perSecond": null,
                     *           "remainingSeconds": null,
                     *           "files": [
                     *             {
                     *               "fileNo": 1,
                     *               "name": "Gemeinde Ahlenbrück",
                     *               "state": "done",
                     *               "outcome": "document",
                     *               "documentId": null,
                     *               "reason": "doppelt erfasst"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["BatchList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Batches_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Rechnungen vom Wochenende"
                 *     }
                 */
                "application/json": components["schemas"]["NewBatch"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "name": "Gemeinde Ahlenbrück",
                     *       "state": "done",
                     *       "createdAt": "2026-03-31T09:15:00.000000Z",
                     *       "createdByName": "…",
                     *       "completedAt": "2026-03-31T09:15:00.000000Z",
                     *       "counts": {
                     *         "received": 1,
                     *         "done": 1,
                     *         "documents": 1,
                     *         "duplicates": 1,
                     *         "quarantined": 1,
                     *         "cleared": 1,
                     *         "failed": 1
                     *       },
                     *       "perSecond": null,
                     *       "remainingSeconds": null,
                     *       "files": [
                     *         {
                     *           "fileNo": 1,
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "state": "done",
                     *           "outcome": "document",
                     *           "documentId": null,
                     *           "reason": "doppelt erfasst"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Batch"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Batches_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batchId: string;
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "name": "Gemeinde Ahlenbrück",
                     *       "state": "done",
                     *       "createdAt": "2026-03-31T09:15:00.000000Z",
                     *       "createdByName": "…",
                     *       "completedAt": "2026-03-31T09:15:00.000000Z",
                     *       "counts": {
                     *         "received": 1,
                     *         "done": 1,
                     *         "documents": 1,
                     *         "duplicates": 1,
                     *         "quarantined": 1,
                     *         "cleared": 1,
                     *         "failed": 1
                     *       },
                     *       "perSecond": null,
                     *       "remainingSeconds": null,
                     *       "files": [
                     *         {
                     *           "fileNo": 1,
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "state": "done",
                     *           "outcome": "document",
                     *           "documentId": null,
                     *           "reason": "doppelt erfasst"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Batch"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Batches_complete: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                batchId: string;
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "name": "Gemeinde Ahlenbrück",
                     *       "state": "done",
                     *       "createdAt": "2026-03-31T09:15:00.000000Z",
                     *       "createdByName": "…",
                     *       "completedAt": "2026-03-31T09:15:00.000000Z",
                     *       "counts": {
                     *         "received": 1,
                     *         "done": 1,
                     *         "documents": 1,
                     *         "duplicates": 1,
                     *         "quarantined": 1,
                     *         "cleared": 1,
                     *         "failed": 1
                     *       },
                     *       "perSecond": null,
                     *       "remainingSeconds": null,
                     *       "files": [
                     *         {
                     *           "fileNo": 1,
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "state": "done",
                     *           "outcome": "document",
                     *           "documentId": null,
                     *           "reason": "doppelt erfasst"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Batch"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Batches_events: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batchId: string;
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events of the type `batch`; the data of each is the batch as JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example event: batch
                     *     data: {"id":"…","state":"running",…}
                     */
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Batches_files: {
        parameters: {
            query?: {
                /** @description Files after this number. */
                after?: number;
                /** @description Only files that a person should look at: missing, refused, quarantined, duplicates. */
                faults?: boolean;
                limit?: number;
            };
            header?: never;
            path: {
                batchId: string;
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "fileNo": 1,
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "state": "done",
                     *           "outcome": "document",
                     *           "documentId": null,
                     *           "reason": "doppelt erfasst"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["BatchFileList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Batches_file: {
        parameters: {
            query?: {
                /** @description The name of the file. */
                fileName?: string;
            };
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                batchId: string;
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Accepted; the job says how far it is. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "fileNo": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ArrivedFile"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Inbox_list: {
        parameters: {
            query?: {
                after?: string;
                /** @description One alarm, or `any`. */
                alarm?: "any" | "DuplicateAmount" | "DuplicateNumber" | "IbanChanged" | "IbanInvalid" | "Incomplete" | "TotalsDiffer" | "VisibleDiffers" | "WrongClient";
                /** @description Gross amount. */
                amountFrom?: string;
                /** @description Gross amount. */
                amountTo?: string;
                /** @description What the automatic check says. */
                decision?: string;
                department?: string;
                /** @description `csv`: everything that the filter leaves, for a German spreadsheet. */
                format?: "csv" | "json";
                /** @description Received on this day or later. */
                from?: string;
                kind?: ("correction" | "credit-note" | "final-invoice" | "internal" | "invoice" | "order" | "other" | "partial-invoice")[];
                /** @description Items per page, at most 500. */
                limit?: number;
                /** @description Only documents that wait for the person who asks. */
                mine?: boolean;
                /** @description Default: what came last stands first. Orders by a day or amount leave out documents without one. */
                order?: "-amount" | "-received" | "amount" | "discount" | "due" | "received" | "step-due";
                /** @description The files of one mail. */
                partOf?: string;
                /** @description Numbers, amounts, names and words of the file; beginnings of words, any spelling of umlauts, German word forms. */
                q?: string;
                /** @description One or several, parted by commas. */
                state?: ("decided" | "duplicate" | "filed" | "in-decision" | "new" | "posted" | "quarantined" | "rejected" | "returned")[];
                /** @description The step of the workflow in which documents wait. */
                step?: string;
                /** @description A partner. */
                supplier?: string;
                /** @description Received on this day or before. */
                to?: string;
            };
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "number": "E-2026-000123",
                     *           "kind": "correction",
                     *           "state": "decided",
                     *           "channel": "api",
                     *           "fileName": "rechnung-4711.xml",
                     *           "fileKind": "hybrid-pdf",
                     *           "receivedAt": "2026-03-31T09:15:00.000000Z",
                     *           "receivedByName": "…",
                     *           "sender": "…",
                     *           "partOf": null,
                     *           "department": null,
                     *           "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "supplierName": "…",
                     *           "invoiceNo": null,
                     *           "issueDate": "2026-03-31",
                     *           "dueOn": "2026-03-31",
                     *           "discountOn": "2026-03-31",
                     *           "currency": "EUR",
                     *           "net": "1000.00",
                     *           "tax": "190.00",
                     *           "gross": "1190.00",
                     *           "payable": "1190.00",
                     *           "decision": null,
                     *           "legalClass": null,
                     *           "errors": 1,
                     *           "warnings": 1,
                     *           "alarms": [
                     *             "DuplicateAmount"
                     *           ],
                     *           "duplicateOf": null,
                     *           "corrects": null,
                     *           "step": null,
                     *           "stepSince": null,
                     *           "stepDue": "2026-04-10",
                     *           "assignees": [
                     *             {
                     *               "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *               "name": "Ada Alster"
                     *             }
                     *           ],
                     *           "text": "Grundsteuer B, I. Quartal",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null,
                     *       "counts": {
                     *         "byState": {
                     *           "new": 12,
                     *           "posted": 840
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["DocumentList"];
                    "text/csv": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Inbox_upload: {
        parameters: {
            query?: {
                /** @description The name of the file. */
                fileName?: string;
            };
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "invoice": null,
                     *       "suggestions": {},
                     *       "coding": null,
                     *       "tasks": [
                     *         {}
                     *       ],
                     *       "sha256": null,
                     *       "recognisedBy": "vat-id+name",
                     *       "supplierKey": null,
                     *       "serviceFrom": "2026-03-31",
                     *       "serviceTo": "2026-03-31",
                     *       "buyerReference": null,
                     *       "orderReference": null,
                     *       "contractReference": null,
                     *       "paymentMeans": "58",
                     *       "iban": "DE02120300000000202051",
                     *       "edition": null,
                     *       "acceptedAt": "2026-03-31T09:15:00.000000Z",
                     *       "acceptedByName": null,
                     *       "acceptedReason": null,
                     *       "findings": [
                     *         {
                     *           "hint": "Lassen Sie sich die Rechnung mit Leitweg-ID neu schicken.",
                     *           "id": "BR-DE-15",
                     *           "severity": "error",
                     *           "message": "Das Konto 5431 ist gesperrt.",
                     *           "terms": [
                     *             "BT-10"
                     *           ],
                     *           "where": null,
                     *           "official": false
                     *         }
                     *       ],
                     *       "files": [
                     *         {
                     *           "no": 1,
                     *           "role": "attachment",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "mime": "…",
                     *           "size": null,
                     *           "sha256": null
                     *         }
                     *       ],
                     *       "pages": 1,
                     *       "links": [
                     *         {
                     *           "kind": "duplicate-of",
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "number": "1811",
                     *           "label": "Steuern und ähnliche Abgaben",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "entries": [
                     *         {
                     *           "id": "2026-17",
                     *           "bookingDate": "2026-03-31",
                     *           "text": "Grundsteuer B, I. Quartal",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "id": "4711",
                     *           "at": "2026-03-31T09:15:00.000000Z",
                     *           "byName": "…",
                     *           "kind": "received",
                     *           "note": "Beleg fehlt noch",
                     *           "detail": {}
                     *         }
                     *       ],
                     *       "mail": {
                     *         "from": "Lieferant <versand@lieferant.example>",
                     *         "to": "rechnung@ahlenbrueck.example",
                     *         "date": "2026-03-31",
                     *         "subject": "…",
                     *         "text": "Grundsteuer B, I. Quartal"
                     *       },
                     *       "retention": {
                     *         "class": "book",
                     *         "startsOn": "2026-03-31",
                     *         "deletableFrom": "2036-01-01",
                     *         "legalHold": false,
                     *         "legalHoldReason": "…"
                     *       },
                     *       "duplicateUpload": false,
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "number": "E-2026-000123",
                     *       "kind": "correction",
                     *       "state": "decided",
                     *       "channel": "api",
                     *       "fileName": "rechnung-4711.xml",
                     *       "fileKind": "hybrid-pdf",
                     *       "receivedAt": "2026-03-31T09:15:00.000000Z",
                     *       "receivedByName": "…",
                     *       "sender": "…",
                     *       "partOf": null,
                     *       "department": null,
                     *       "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "supplierName": "…",
                     *       "invoiceNo": null,
                     *       "issueDate": "2026-03-31",
                     *       "dueOn": "2026-03-31",
                     *       "discountOn": "2026-03-31",
                     *       "currency": "EUR",
                     *       "net": "1000.00",
                     *       "tax": "190.00",
                     *       "gross": "1190.00",
                     *       "payable": "1190.00",
                     *       "decision": null,
                     *       "legalClass": null,
                     *       "errors": 1,
                     *       "warnings": 1,
                     *       "alarms": [
                     *         "DuplicateAmount"
                     *       ],
                     *       "duplicateOf": null,
                     *       "corrects": null,
                     *       "step": null,
                     *       "stepSince": null,
                     *       "stepDue": "2026-04-10",
                     *       "assignees": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "name": "Ada Alster"
                     *         }
                     *       ],
                     *       "text": "Grundsteuer B, I. Quartal",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Document"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Inbox_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "invoice": null,
                     *       "suggestions": {},
                     *       "coding": null,
                     *       "tasks": [
                     *         {}
                     *       ],
                     *       "sha256": null,
                     *       "recognisedBy": "vat-id+name",
                     *       "supplierKey": null,
                     *       "serviceFrom": "2026-03-31",
                     *       "serviceTo": "2026-03-31",
                     *       "buyerReference": null,
                     *       "orderReference": null,
                     *       "contractReference": null,
                     *       "paymentMeans": "58",
                     *       "iban": "DE02120300000000202051",
                     *       "edition": null,
                     *       "acceptedAt": "2026-03-31T09:15:00.000000Z",
                     *       "acceptedByName": null,
                     *       "acceptedReason": null,
                     *       "findings": [
                     *         {
                     *           "hint": "Lassen Sie sich die Rechnung mit Leitweg-ID neu schicken.",
                     *           "id": "BR-DE-15",
                     *           "severity": "error",
                     *           "message": "Das Konto 5431 ist gesperrt.",
                     *           "terms": [
                     *             "BT-10"
                     *           ],
                     *           "where": null,
                     *           "official": false
                     *         }
                     *       ],
                     *       "files": [
                     *         {
                     *           "no": 1,
                     *           "role": "attachment",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "mime": "…",
                     *           "size": null,
                     *           "sha256": null
                     *         }
                     *       ],
                     *       "pages": 1,
                     *       "links": [
                     *         {
                     *           "kind": "duplicate-of",
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "number": "1811",
                     *           "label": "Steuern und ähnliche Abgaben",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "entries": [
                     *         {
                     *           "id": "2026-17",
                     *           "bookingDate": "2026-03-31",
                     *           "text": "Grundsteuer B, I. Quartal",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "id": "4711",
                     *           "at": "2026-03-31T09:15:00.000000Z",
                     *           "byName": "…",
                     *           "kind": "received",
                     *           "note": "Beleg fehlt noch",
                     *           "detail": {}
                     *         }
                     *       ],
                     *       "mail": {
                     *         "from": "Lieferant <versand@lieferant.example>",
                     *         "to": "rechnung@ahlenbrueck.example",
                     *         "date": "2026-03-31",
                     *         "subject": "…",
                     *         "text": "Grundsteuer B, I. Quartal"
                     *       },
                     *       "retention": {
                     *         "class": "book",
                     *         "startsOn": "2026-03-31",
                     *         "deletableFrom": "2036-01-01",
                     *         "legalHold": false,
                     *         "legalHoldReason": "…"
                     *       },
                     *       "duplicateUpload": false,
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "number": "E-2026-000123",
                     *       "kind": "correction",
                     *       "state": "decided",
                     *       "channel": "api",
                     *       "fileName": "rechnung-4711.xml",
                     *       "fileKind": "hybrid-pdf",
                     *       "receivedAt": "2026-03-31T09:15:00.000000Z",
                     *       "receivedByName": "…",
                     *       "sender": "…",
                     *       "partOf": null,
                     *       "department": null,
                     *       "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "supplierName": "…",
                     *       "invoiceNo": null,
                     *       "issueDate": "2026-03-31",
                     *       "dueOn": "2026-03-31",
                     *       "discountOn": "2026-03-31",
                     *       "currency": "EUR",
                     *       "net": "1000.00",
                     *       "tax": "190.00",
                     *       "gross": "1190.00",
                     *       "payable": "1190.00",
                     *       "decision": null,
                     *       "legalClass": null,
                     *       "errors": 1,
                     *       "warnings": 1,
                     *       "alarms": [
                     *         "DuplicateAmount"
                     *       ],
                     *       "duplicateOf": null,
                     *       "corrects": null,
                     *       "step": null,
                     *       "stepSince": null,
                     *       "stepDue": "2026-04-10",
                     *       "assignees": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "name": "Ada Alster"
                     *         }
                     *       ],
                     *       "text": "Grundsteuer B, I. Quartal",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Document"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Inbox_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "supplierName": "Nordtal Energie GmbH",
                 *       "invoiceNo": "RE-2026-0815",
                 *       "issueDate": "2026-03-31",
                 *       "serviceFrom": "2026-03-31",
                 *       "serviceTo": "2026-03-31",
                 *       "dueOn": "2026-03-31",
                 *       "discountOn": "2026-03-31",
                 *       "net": "1000.00",
                 *       "tax": "190.00",
                 *       "gross": "1190.00",
                 *       "payable": "1190.00",
                 *       "currency": "EUR",
                 *       "iban": "DE89 3704 0044 0532 0130 00",
                 *       "version": 1
                 *     }
                 */
                "application/json": components["schemas"]["DocumentChange"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "invoice": null,
                     *       "suggestions": {},
                     *       "coding": null,
                     *       "tasks": [
                     *         {}
                     *       ],
                     *       "sha256": null,
                     *       "recognisedBy": "vat-id+name",
                     *       "supplierKey": null,
                     *       "serviceFrom": "2026-03-31",
                     *       "serviceTo": "2026-03-31",
                     *       "buyerReference": null,
                     *       "orderReference": null,
                     *       "contractReference": null,
                     *       "paymentMeans": "58",
                     *       "iban": "DE02120300000000202051",
                     *       "edition": null,
                     *       "acceptedAt": "2026-03-31T09:15:00.000000Z",
                     *       "acceptedByName": null,
                     *       "acceptedReason": null,
                     *       "findings": [
                     *         {
                     *           "hint": "Lassen Sie sich die Rechnung mit Leitweg-ID neu schicken.",
                     *           "id": "BR-DE-15",
                     *           "severity": "error",
                     *           "message": "Das Konto 5431 ist gesperrt.",
                     *           "terms": [
                     *             "BT-10"
                     *           ],
                     *           "where": null,
                     *           "official": false
                     *         }
                     *       ],
                     *       "files": [
                     *         {
                     *           "no": 1,
                     *           "role": "attachment",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "mime": "…",
                     *           "size": null,
                     *           "sha256": null
                     *         }
                     *       ],
                     *       "pages": 1,
                     *       "links": [
                     *         {
                     *           "kind": "duplicate-of",
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "number": "1811",
                     *           "label": "Steuern und ähnliche Abgaben",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "entries": [
                     *         {
                     *           "id": "2026-17",
                     *           "bookingDate": "2026-03-31",
                     *           "text": "Grundsteuer B, I. Quartal",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "id": "4711",
                     *           "at": "2026-03-31T09:15:00.000000Z",
                     *           "byName": "…",
                     *           "kind": "received",
                     *           "note": "Beleg fehlt noch",
                     *           "detail": {}
                     *         }
                     *       ],
                     *       "mail": {
                     *         "from": "Lieferant <versand@lieferant.example>",
                     *         "to": "rechnung@ahlenbrueck.example",
                     *         "date": "2026-03-31",
                     *         "subject": "…",
                     *         "text": "Grundsteuer B, I. Quartal"
                     *       },
                     *       "retention": {
                     *         "class": "book",
                     *         "startsOn": "2026-03-31",
                     *         "deletableFrom": "2036-01-01",
                     *         "legalHold": false,
                     *         "legalHoldReason": "…"
                     *       },
                     *       "duplicateUpload": false,
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "number": "E-2026-000123",
                     *       "kind": "correction",
                     *       "state": "decided",
                     *       "channel": "api",
                     *       "fileName": "rechnung-4711.xml",
                     *       "fileKind": "hybrid-pdf",
                     *       "receivedAt": "2026-03-31T09:15:00.000000Z",
                     *       "receivedByName": "…",
                     *       "sender": "…",
                     *       "partOf": null,
                     *       "department": null,
                     *       "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "supplierName": "…",
                     *       "invoiceNo": null,
                     *       "issueDate": "2026-03-31",
                     *       "dueOn": "2026-03-31",
                     *       "discountOn": "2026-03-31",
                     *       "currency": "EUR",
                     *       "net": "1000.00",
                     *       "tax": "190.00",
                     *       "gross": "1190.00",
                     *       "payable": "1190.00",
                     *       "decision": null,
                     *       "legalClass": null,
                     *       "errors": 1,
                     *       "warnings": 1,
                     *       "alarms": [
                     *         "DuplicateAmount"
                     *       ],
                     *       "duplicateOf": null,
                     *       "corrects": null,
                     *       "step": null,
                     *       "stepSince": null,
                     *       "stepDue": "2026-04-10",
                     *       "assignees": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "name": "Ada Alster"
                     *         }
                     *       ],
                     *       "text": "Grundsteuer B, I. Quartal",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Document"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Inbox_accept: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Angaben telefonisch bestätigt, Betrag stimmt",
                 *       "version": 1
                 *     }
                 */
                "application/json": components["schemas"]["Acceptance"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "invoice": null,
                     *       "suggestions": {},
                     *       "coding": null,
                     *       "tasks": [
                     *         {}
                     *       ],
                     *       "sha256": null,
                     *       "recognisedBy": "vat-id+name",
                     *       "supplierKey": null,
                     *       "serviceFrom": "2026-03-31",
                     *       "serviceTo": "2026-03-31",
                     *       "buyerReference": null,
                     *       "orderReference": null,
                     *       "contractReference": null,
                     *       "paymentMeans": "58",
                     *       "iban": "DE02120300000000202051",
                     *       "edition": null,
                     *       "acceptedAt": "2026-03-31T09:15:00.000000Z",
                     *       "acceptedByName": null,
                     *       "acceptedReason": null,
                     *       "findings": [
                     *         {
                     *           "hint": "Lassen Sie sich die Rechnung mit Leitweg-ID neu schicken.",
                     *           "id": "BR-DE-15",
                     *           "severity": "error",
                     *           "message": "Das Konto 5431 ist gesperrt.",
                     *           "terms": [
                     *             "BT-10"
                     *           ],
                     *           "where": null,
                     *           "official": false
                     *         }
                     *       ],
                     *       "files": [
                     *         {
                     *           "no": 1,
                     *           "role": "attachment",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "mime": "…",
                     *           "size": null,
                     *           "sha256": null
                     *         }
                     *       ],
                     *       "pages": 1,
                     *       "links": [
                     *         {
                     *           "kind": "duplicate-of",
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "number": "1811",
                     *           "label": "Steuern und ähnliche Abgaben",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "entries": [
                     *         {
                     *           "id": "2026-17",
                     *           "bookingDate": "2026-03-31",
                     *           "text": "Grundsteuer B, I. Quartal",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "id": "4711",
                     *           "at": "2026-03-31T09:15:00.000000Z",
                     *           "byName": "…",
                     *           "kind": "received",
                     *           "note": "Beleg fehlt noch",
                     *           "detail": {}
                     *         }
                     *       ],
                     *       "mail": {
                     *         "from": "Lieferant <versand@lieferant.example>",
                     *         "to": "rechnung@ahlenbrueck.example",
                     *         "date": "2026-03-31",
                     *         "subject": "…",
                     *         "text": "Grundsteuer B, I. Quartal"
                     *       },
                     *       "retention": {
                     *         "class": "book",
                     *         "startsOn": "2026-03-31",
                     *         "deletableFrom": "2036-01-01",
                     *         "legalHold": false,
                     *         "legalHoldReason": "…"
                     *       },
                     *       "duplicateUpload": false,
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "number": "E-2026-000123",
                     *       "kind": "correction",
                     *       "state": "decided",
                     *       "channel": "api",
                     *       "fileName": "rechnung-4711.xml",
                     *       "fileKind": "hybrid-pdf",
                     *       "receivedAt": "2026-03-31T09:15:00.000000Z",
                     *       "receivedByName": "…",
                     *       "sender": "…",
                     *       "partOf": null,
                     *       "department": null,
                     *       "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "supplierName": "…",
                     *       "invoiceNo": null,
                     *       "issueDate": "2026-03-31",
                     *       "dueOn": "2026-03-31",
                     *       "discountOn": "2026-03-31",
                     *       "currency": "EUR",
                     *       "net": "1000.00",
                     *       "tax": "190.00",
                     *       "gross": "1190.00",
                     *       "payable": "1190.00",
                     *       "decision": null,
                     *       "legalClass": null,
                     *       "errors": 1,
                     *       "warnings": 1,
                     *       "alarms": [
                     *         "DuplicateAmount"
                     *       ],
                     *       "duplicateOf": null,
                     *       "corrects": null,
                     *       "step": null,
                     *       "stepSince": null,
                     *       "stepDue": "2026-04-10",
                     *       "assignees": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "name": "Ada Alster"
                     *         }
                     *       ],
                     *       "text": "Grundsteuer B, I. Quartal",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Document"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Decisions_code: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "method": "transfer",
                 *       "retention": null,
                 *       "accrual": null,
                 *       "shares": [],
                 *       "prepaid": [],
                 *       "offsets": [],
                 *       "correction": null,
                 *       "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                 *       "bookingDate": "2026-03-31",
                 *       "dueOn": "2026-04-30",
                 *       "discountOn": "2026-03-31",
                 *       "bankAccountNo": 1,
                 *       "text": "Stadtwerke: Strom 03/2026",
                 *       "lines": [
                 *         {
                 *           "account": "5241",
                 *           "product": "111.06",
                 *           "net": "100.00",
                 *           "tax": "19.00",
                 *           "gross": "119.00",
                 *           "serviceFrom": "2026-01-01",
                 *           "serviceTo": "2026-12-31"
                 *         }
                 *       ],
                 *       "version": 3
                 *     }
                 */
                "application/json": components["schemas"]["VersionedCoding"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "invoice": null,
                     *       "suggestions": {},
                     *       "coding": null,
                     *       "tasks": [
                     *         {}
                     *       ],
                     *       "sha256": null,
                     *       "recognisedBy": "vat-id+name",
                     *       "supplierKey": null,
                     *       "serviceFrom": "2026-03-31",
                     *       "serviceTo": "2026-03-31",
                     *       "buyerReference": null,
                     *       "orderReference": null,
                     *       "contractReference": null,
                     *       "paymentMeans": "58",
                     *       "iban": "DE02120300000000202051",
                     *       "edition": null,
                     *       "acceptedAt": "2026-03-31T09:15:00.000000Z",
                     *       "acceptedByName": null,
                     *       "acceptedReason": null,
                     *       "findings": [
                     *         {
                     *           "hint": "Lassen Sie sich die Rechnung mit Leitweg-ID neu schicken.",
                     *           "id": "BR-DE-15",
                     *           "severity": "error",
                     *           "message": "Das Konto 5431 ist gesperrt.",
                     *           "terms": [
                     *             "BT-10"
                     *           ],
                     *           "where": null,
                     *           "official": false
                     *         }
                     *       ],
                     *       "files": [
                     *         {
                     *           "no": 1,
                     *           "role": "attachment",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "mime": "…",
                     *           "size": null,
                     *           "sha256": null
                     *         }
                     *       ],
                     *       "pages": 1,
                     *       "links": [
                     *         {
                     *           "kind": "duplicate-of",
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "number": "1811",
                     *           "label": "Steuern und ähnliche Abgaben",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "entries": [
                     *         {
                     *           "id": "2026-17",
                     *           "bookingDate": "2026-03-31",
                     *           "text": "Grundsteuer B, I. Quartal",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "id": "4711",
                     *           "at": "2026-03-31T09:15:00.000000Z",
                     *           "byName": "…",
                     *           "kind": "received",
                     *           "note": "Beleg fehlt noch",
                     *           "detail": {}
                     *         }
                     *       ],
                     *       "mail": {
                     *         "from": "Lieferant <versand@lieferant.example>",
                     *         "to": "rechnung@ahlenbrueck.example",
                     *         "date": "2026-03-31",
                     *         "subject": "…",
                     *         "text": "Grundsteuer B, I. Quartal"
                     *       },
                     *       "retention": {
                     *         "class": "book",
                     *         "startsOn": "2026-03-31",
                     *         "deletableFrom": "2036-01-01",
                     *         "legalHold": false,
                     *         "legalHoldReason": "…"
                     *       },
                     *       "duplicateUpload": false,
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "number": "E-2026-000123",
                     *       "kind": "correction",
                     *       "state": "decided",
                     *       "channel": "api",
                     *       "fileName": "rechnung-4711.xml",
                     *       "fileKind": "hybrid-pdf",
                     *       "receivedAt": "2026-03-31T09:15:00.000000Z",
                     *       "receivedByName": "…",
                     *       "sender": "…",
                     *       "partOf": null,
                     *       "department": null,
                     *       "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "supplierName": "…",
                     *       "invoiceNo": null,
                     *       "issueDate": "2026-03-31",
                     *       "dueOn": "2026-03-31",
                     *       "discountOn": "2026-03-31",
                     *       "currency": "EUR",
                     *       "net": "1000.00",
                     *       "tax": "190.00",
                     *       "gross": "1190.00",
                     *       "payable": "1190.00",
                     *       "decision": null,
                     *       "legalClass": null,
                     *       "errors": 1,
                     *       "warnings": 1,
                     *       "alarms": [
                     *         "DuplicateAmount"
                     *       ],
                     *       "duplicateOf": null,
                     *       "corrects": null,
                     *       "step": null,
                     *       "stepSince": null,
                     *       "stepDue": "2026-04-10",
                     *       "assignees": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "name": "Ada Alster"
                     *         }
                     *       ],
                     *       "text": "Grundsteuer B, I. Quartal",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Document"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Inbox_comment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Lieferschein liegt noch nicht vor"
                 *     }
                 */
                "application/json": components["schemas"]["Comment"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "4711",
                     *       "at": "2026-03-31T09:15:00.000000Z",
                     *       "byName": "…",
                     *       "kind": "received",
                     *       "note": "Beleg fehlt noch",
                     *       "detail": {}
                     *     }
                     */
                    "application/json": components["schemas"]["DocumentEvent"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Decisions_decide: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3,
                 *       "step": "arithmetic",
                 *       "share": 1,
                 *       "decision": "approve",
                 *       "note": "Menge stimmt nicht mit dem Lieferschein überein",
                 *       "toStep": "factual",
                 *       "bookingDate": "2026-03-31"
                 *     }
                 */
                "application/json": components["schemas"]["Decision"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "invoice": null,
                     *       "suggestions": {},
                     *       "coding": null,
                     *       "tasks": [
                     *         {}
                     *       ],
                     *       "entry": null,
                     *       "sha256": null,
                     *       "recognisedBy": "vat-id+name",
                     *       "supplierKey": null,
                     *       "serviceFrom": "2026-03-31",
                     *       "serviceTo": "2026-03-31",
                     *       "buyerReference": null,
                     *       "orderReference": null,
                     *       "contractReference": null,
                     *       "paymentMeans": "58",
                     *       "iban": "DE02120300000000202051",
                     *       "edition": null,
                     *       "acceptedAt": "2026-03-31T09:15:00.000000Z",
                     *       "acceptedByName": null,
                     *       "acceptedReason": null,
                     *       "findings": [
                     *         {
                     *           "hint": "Lassen Sie sich die Rechnung mit Leitweg-ID neu schicken.",
                     *           "id": "BR-DE-15",
                     *           "severity": "error",
                     *           "message": "Das Konto 5431 ist gesperrt.",
                     *           "terms": [
                     *             "BT-10"
                     *           ],
                     *           "where": null,
                     *           "official": false
                     *         }
                     *       ],
                     *       "files": [
                     *         {
                     *           "no": 1,
                     *           "role": "attachment",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "mime": "…",
                     *           "size": null,
                     *           "sha256": null
                     *         }
                     *       ],
                     *       "pages": 1,
                     *       "links": [
                     *         {
                     *           "kind": "duplicate-of",
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "number": "1811",
                     *           "label": "Steuern und ähnliche Abgaben",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "entries": [
                     *         {
                     *           "id": "2026-17",
                     *           "bookingDate": "2026-03-31",
                     *           "text": "Grundsteuer B, I. Quartal",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "id": "4711",
                     *           "at": "2026-03-31T09:15:00.000000Z",
                     *           "byName": "…",
                     *           "kind": "received",
                     *           "note": "Beleg fehlt noch",
                     *           "detail": {}
                     *         }
                     *       ],
                     *       "mail": {
                     *         "from": "Lieferant <versand@lieferant.example>",
                     *         "to": "rechnung@ahlenbrueck.example",
                     *         "date": "2026-03-31",
                     *         "subject": "…",
                     *         "text": "Grundsteuer B, I. Quartal"
                     *       },
                     *       "retention": {
                     *         "class": "book",
                     *         "startsOn": "2026-03-31",
                     *         "deletableFrom": "2036-01-01",
                     *         "legalHold": false,
                     *         "legalHoldReason": "…"
                     *       },
                     *       "duplicateUpload": false,
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "number": "E-2026-000123",
                     *       "kind": "correction",
                     *       "state": "decided",
                     *       "channel": "api",
                     *       "fileName": "rechnung-4711.xml",
                     *       "fileKind": "hybrid-pdf",
                     *       "receivedAt": "2026-03-31T09:15:00.000000Z",
                     *       "receivedByName": "…",
                     *       "sender": "…",
                     *       "partOf": null,
                     *       "department": null,
                     *       "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "supplierName": "…",
                     *       "invoiceNo": null,
                     *       "issueDate": "2026-03-31",
                     *       "dueOn": "2026-03-31",
                     *       "discountOn": "2026-03-31",
                     *       "currency": "EUR",
                     *       "net": "1000.00",
                     *       "tax": "190.00",
                     *       "gross": "1190.00",
                     *       "payable": "1190.00",
                     *       "decision": null,
                     *       "legalClass": null,
                     *       "errors": 1,
                     *       "warnings": 1,
                     *       "alarms": [
                     *         "DuplicateAmount"
                     *       ],
                     *       "duplicateOf": null,
                     *       "corrects": null,
                     *       "step": null,
                     *       "stepSince": null,
                     *       "stepDue": "2026-04-10",
                     *       "assignees": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "name": "Ada Alster"
                     *         }
                     *       ],
                     *       "text": "Grundsteuer B, I. Quartal",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["DecidedDocument"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Inbox_duplicate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "duplicate": false,
                 *       "reason": "Zwei Abschläge im selben Monat, beide bestellt"
                 *     }
                 */
                "application/json": components["schemas"]["DuplicateDecision"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "invoice": null,
                     *       "suggestions": {},
                     *       "coding": null,
                     *       "tasks": [
                     *         {}
                     *       ],
                     *       "sha256": null,
                     *       "recognisedBy": "vat-id+name",
                     *       "supplierKey": null,
                     *       "serviceFrom": "2026-03-31",
                     *       "serviceTo": "2026-03-31",
                     *       "buyerReference": null,
                     *       "orderReference": null,
                     *       "contractReference": null,
                     *       "paymentMeans": "58",
                     *       "iban": "DE02120300000000202051",
                     *       "edition": null,
                     *       "acceptedAt": "2026-03-31T09:15:00.000000Z",
                     *       "acceptedByName": null,
                     *       "acceptedReason": null,
                     *       "findings": [
                     *         {
                     *           "hint": "Lassen Sie sich die Rechnung mit Leitweg-ID neu schicken.",
                     *           "id": "BR-DE-15",
                     *           "severity": "error",
                     *           "message": "Das Konto 5431 ist gesperrt.",
                     *           "terms": [
                     *             "BT-10"
                     *           ],
                     *           "where": null,
                     *           "official": false
                     *         }
                     *       ],
                     *       "files": [
                     *         {
                     *           "no": 1,
                     *           "role": "attachment",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "mime": "…",
                     *           "size": null,
                     *           "sha256": null
                     *         }
                     *       ],
                     *       "pages": 1,
                     *       "links": [
                     *         {
                     *           "kind": "duplicate-of",
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "number": "1811",
                     *           "label": "Steuern und ähnliche Abgaben",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "entries": [
                     *         {
                     *           "id": "2026-17",
                     *           "bookingDate": "2026-03-31",
                     *           "text": "Grundsteuer B, I. Quartal",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "id": "4711",
                     *           "at": "2026-03-31T09:15:00.000000Z",
                     *           "byName": "…",
                     *           "kind": "received",
                     *           "note": "Beleg fehlt noch",
                     *           "detail": {}
                     *         }
                     *       ],
                     *       "mail": {
                     *         "from": "Lieferant <versand@lieferant.example>",
                     *         "to": "rechnung@ahlenbrueck.example",
                     *         "date": "2026-03-31",
                     *         "subject": "…",
                     *         "text": "Grundsteuer B, I. Quartal"
                     *       },
                     *       "retention": {
                     *         "class": "book",
                     *         "startsOn": "2026-03-31",
                     *         "deletableFrom": "2036-01-01",
                     *         "legalHold": false,
                     *         "legalHoldReason": "…"
                     *       },
                     *       "duplicateUpload": false,
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "number": "E-2026-000123",
                     *       "kind": "correction",
                     *       "state": "decided",
                     *       "channel": "api",
                     *       "fileName": "rechnung-4711.xml",
                     *       "fileKind": "hybrid-pdf",
                     *       "receivedAt": "2026-03-31T09:15:00.000000Z",
                     *       "receivedByName": "…",
                     *       "sender": "…",
                     *       "partOf": null,
                     *       "department": null,
                     *       "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "supplierName": "…",
                     *       "invoiceNo": null,
                     *       "issueDate": "2026-03-31",
                     *       "dueOn": "2026-03-31",
                     *       "discountOn": "2026-03-31",
                     *       "currency": "EUR",
                     *       "net": "1000.00",
                     *       "tax": "190.00",
                     *       "gross": "1190.00",
                     *       "payable": "1190.00",
                     *       "decision": null,
                     *       "legalClass": null,
                     *       "errors": 1,
                     *       "warnings": 1,
                     *       "alarms": [
                     *         "DuplicateAmount"
                     *       ],
                     *       "duplicateOf": null,
                     *       "corrects": null,
                     *       "step": null,
                     *       "stepSince": null,
                     *       "stepDue": "2026-04-10",
                     *       "assignees": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "name": "Ada Alster"
                     *         }
                     *       ],
                     *       "text": "Grundsteuer B, I. Quartal",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Document"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Inbox_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
                documentId: string;
                fileNo: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Inbox_putAside: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "liegt beim Fachbereich 3 in Papier vor"
                 *     }
                 */
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "invoice": null,
                     *       "suggestions": {},
                     *       "coding": null,
                     *       "tasks": [
                     *         {}
                     *       ],
                     *       "sha256": null,
                     *       "recognisedBy": "vat-id+name",
                     *       "supplierKey": null,
                     *       "serviceFrom": "2026-03-31",
                     *       "serviceTo": "2026-03-31",
                     *       "buyerReference": null,
                     *       "orderReference": null,
                     *       "contractReference": null,
                     *       "paymentMeans": "58",
                     *       "iban": "DE02120300000000202051",
                     *       "edition": null,
                     *       "acceptedAt": "2026-03-31T09:15:00.000000Z",
                     *       "acceptedByName": null,
                     *       "acceptedReason": null,
                     *       "findings": [
                     *         {
                     *           "hint": "Lassen Sie sich die Rechnung mit Leitweg-ID neu schicken.",
                     *           "id": "BR-DE-15",
                     *           "severity": "error",
                     *           "message": "Das Konto 5431 ist gesperrt.",
                     *           "terms": [
                     *             "BT-10"
                     *           ],
                     *           "where": null,
                     *           "official": false
                     *         }
                     *       ],
                     *       "files": [
                     *         {
                     *           "no": 1,
                     *           "role": "attachment",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "mime": "…",
                     *           "size": null,
                     *           "sha256": null
                     *         }
                     *       ],
                     *       "pages": 1,
                     *       "links": [
                     *         {
                     *           "kind": "duplicate-of",
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "number": "1811",
                     *           "label": "Steuern und ähnliche Abgaben",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "entries": [
                     *         {
                     *           "id": "2026-17",
                     *           "bookingDate": "2026-03-31",
                     *           "text": "Grundsteuer B, I. Quartal",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "id": "4711",
                     *           "at": "2026-03-31T09:15:00.000000Z",
                     *           "byName": "…",
                     *           "kind": "received",
                     *           "note": "Beleg fehlt noch",
                     *           "detail": {}
                     *         }
                     *       ],
                     *       "mail": {
                     *         "from": "Lieferant <versand@lieferant.example>",
                     *         "to": "rechnung@ahlenbrueck.example",
                     *         "date": "2026-03-31",
                     *         "subject": "…",
                     *         "text": "Grundsteuer B, I. Quartal"
                     *       },
                     *       "retention": {
                     *         "class": "book",
                     *         "startsOn": "2026-03-31",
                     *         "deletableFrom": "2036-01-01",
                     *         "legalHold": false,
                     *         "legalHoldReason": "…"
                     *       },
                     *       "duplicateUpload": false,
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "number": "E-2026-000123",
                     *       "kind": "correction",
                     *       "state": "decided",
                     *       "channel": "api",
                     *       "fileName": "rechnung-4711.xml",
                     *       "fileKind": "hybrid-pdf",
                     *       "receivedAt": "2026-03-31T09:15:00.000000Z",
                     *       "receivedByName": "…",
                     *       "sender": "…",
                     *       "partOf": null,
                     *       "department": null,
                     *       "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "supplierName": "…",
                     *       "invoiceNo": null,
                     *       "issueDate": "2026-03-31",
                     *       "dueOn": "2026-03-31",
                     *       "discountOn": "2026-03-31",
                     *       "currency": "EUR",
                     *       "net": "1000.00",
                     *       "tax": "190.00",
                     *       "gross": "1190.00",
                     *       "payable": "1190.00",
                     *       "decision": null,
                     *       "legalClass": null,
                     *       "errors": 1,
                     *       "warnings": 1,
                     *       "alarms": [
                     *         "DuplicateAmount"
                     *       ],
                     *       "duplicateOf": null,
                     *       "corrects": null,
                     *       "step": null,
                     *       "stepSince": null,
                     *       "stepDue": "2026-04-10",
                     *       "assignees": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "name": "Ada Alster"
                     *         }
                     *       ],
                     *       "text": "Grundsteuer B, I. Quartal",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Document"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Inbox_handOver: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "liegt beim Fachbereich 3 in Papier vor"
                 *     }
                 */
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "invoice": null,
                     *       "suggestions": {},
                     *       "coding": null,
                     *       "tasks": [
                     *         {}
                     *       ],
                     *       "sha256": null,
                     *       "recognisedBy": "vat-id+name",
                     *       "supplierKey": null,
                     *       "serviceFrom": "2026-03-31",
                     *       "serviceTo": "2026-03-31",
                     *       "buyerReference": null,
                     *       "orderReference": null,
                     *       "contractReference": null,
                     *       "paymentMeans": "58",
                     *       "iban": "DE02120300000000202051",
                     *       "edition": null,
                     *       "acceptedAt": "2026-03-31T09:15:00.000000Z",
                     *       "acceptedByName": null,
                     *       "acceptedReason": null,
                     *       "findings": [
                     *         {
                     *           "hint": "Lassen Sie sich die Rechnung mit Leitweg-ID neu schicken.",
                     *           "id": "BR-DE-15",
                     *           "severity": "error",
                     *           "message": "Das Konto 5431 ist gesperrt.",
                     *           "terms": [
                     *             "BT-10"
                     *           ],
                     *           "where": null,
                     *           "official": false
                     *         }
                     *       ],
                     *       "files": [
                     *         {
                     *           "no": 1,
                     *           "role": "attachment",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "mime": "…",
                     *           "size": null,
                     *           "sha256": null
                     *         }
                     *       ],
                     *       "pages": 1,
                     *       "links": [
                     *         {
                     *           "kind": "duplicate-of",
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "number": "1811",
                     *           "label": "Steuern und ähnliche Abgaben",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "entries": [
                     *         {
                     *           "id": "2026-17",
                     *           "bookingDate": "2026-03-31",
                     *           "text": "Grundsteuer B, I. Quartal",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "id": "4711",
                     *           "at": "2026-03-31T09:15:00.000000Z",
                     *           "byName": "…",
                     *           "kind": "received",
                     *           "note": "Beleg fehlt noch",
                     *           "detail": {}
                     *         }
                     *       ],
                     *       "mail": {
                     *         "from": "Lieferant <versand@lieferant.example>",
                     *         "to": "rechnung@ahlenbrueck.example",
                     *         "date": "2026-03-31",
                     *         "subject": "…",
                     *         "text": "Grundsteuer B, I. Quartal"
                     *       },
                     *       "retention": {
                     *         "class": "book",
                     *         "startsOn": "2026-03-31",
                     *         "deletableFrom": "2036-01-01",
                     *         "legalHold": false,
                     *         "legalHoldReason": "…"
                     *       },
                     *       "duplicateUpload": false,
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "number": "E-2026-000123",
                     *       "kind": "correction",
                     *       "state": "decided",
                     *       "channel": "api",
                     *       "fileName": "rechnung-4711.xml",
                     *       "fileKind": "hybrid-pdf",
                     *       "receivedAt": "2026-03-31T09:15:00.000000Z",
                     *       "receivedByName": "…",
                     *       "sender": "…",
                     *       "partOf": null,
                     *       "department": null,
                     *       "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "supplierName": "…",
                     *       "invoiceNo": null,
                     *       "issueDate": "2026-03-31",
                     *       "dueOn": "2026-03-31",
                     *       "discountOn": "2026-03-31",
                     *       "currency": "EUR",
                     *       "net": "1000.00",
                     *       "tax": "190.00",
                     *       "gross": "1190.00",
                     *       "payable": "1190.00",
                     *       "decision": null,
                     *       "legalClass": null,
                     *       "errors": 1,
                     *       "warnings": 1,
                     *       "alarms": [
                     *         "DuplicateAmount"
                     *       ],
                     *       "duplicateOf": null,
                     *       "corrects": null,
                     *       "step": null,
                     *       "stepSince": null,
                     *       "stepDue": "2026-04-10",
                     *       "assignees": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "name": "Ada Alster"
                     *         }
                     *       ],
                     *       "text": "Grundsteuer B, I. Quartal",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Document"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Inbox_hold: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "hold": false,
                 *       "reason": "Prüfung durch die gpaNRW angekündigt"
                 *     }
                 */
                "application/json": components["schemas"]["LegalHold"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "invoice": null,
                     *       "suggestions": {},
                     *       "coding": null,
                     *       "tasks": [
                     *         {}
                     *       ],
                     *       "sha256": null,
                     *       "recognisedBy": "vat-id+name",
                     *       "supplierKey": null,
                     *       "serviceFrom": "2026-03-31",
                     *       "serviceTo": "2026-03-31",
                     *       "buyerReference": null,
                     *       "orderReference": null,
                     *       "contractReference": null,
                     *       "paymentMeans": "58",
                     *       "iban": "DE02120300000000202051",
                     *       "edition": null,
                     *       "acceptedAt": "2026-03-31T09:15:00.000000Z",
                     *       "acceptedByName": null,
                     *       "acceptedReason": null,
                     *       "findings": [
                     *         {
                     *           "hint": "Lassen Sie sich die Rechnung mit Leitweg-ID neu schicken.",
                     *           "id": "BR-DE-15",
                     *           "severity": "error",
                     *           "message": "Das Konto 5431 ist gesperrt.",
                     *           "terms": [
                     *             "BT-10"
                     *           ],
                     *           "where": null,
                     *           "official": false
                     *         }
                     *       ],
                     *       "files": [
                     *         {
                     *           "no": 1,
                     *           "role": "attachment",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "mime": "…",
                     *           "size": null,
                     *           "sha256": null
                     *         }
                     *       ],
                     *       "pages": 1,
                     *       "links": [
                     *         {
                     *           "kind": "duplicate-of",
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "number": "1811",
                     *           "label": "Steuern und ähnliche Abgaben",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "entries": [
                     *         {
                     *           "id": "2026-17",
                     *           "bookingDate": "2026-03-31",
                     *           "text": "Grundsteuer B, I. Quartal",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "id": "4711",
                     *           "at": "2026-03-31T09:15:00.000000Z",
                     *           "byName": "…",
                     *           "kind": "received",
                     *           "note": "Beleg fehlt noch",
                     *           "detail": {}
                     *         }
                     *       ],
                     *       "mail": {
                     *         "from": "Lieferant <versand@lieferant.example>",
                     *         "to": "rechnung@ahlenbrueck.example",
                     *         "date": "2026-03-31",
                     *         "subject": "…",
                     *         "text": "Grundsteuer B, I. Quartal"
                     *       },
                     *       "retention": {
                     *         "class": "book",
                     *         "startsOn": "2026-03-31",
                     *         "deletableFrom": "2036-01-01",
                     *         "legalHold": false,
                     *         "legalHoldReason": "…"
                     *       },
                     *       "duplicateUpload": false,
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "number": "E-2026-000123",
                     *       "kind": "correction",
                     *       "state": "decided",
                     *       "channel": "api",
                     *       "fileName": "rechnung-4711.xml",
                     *       "fileKind": "hybrid-pdf",
                     *       "receivedAt": "2026-03-31T09:15:00.000000Z",
                     *       "receivedByName": "…",
                     *       "sender": "…",
                     *       "partOf": null,
                     *       "department": null,
                     *       "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "supplierName": "…",
                     *       "invoiceNo": null,
                     *       "issueDate": "2026-03-31",
                     *       "dueOn": "2026-03-31",
                     *       "discountOn": "2026-03-31",
                     *       "currency": "EUR",
                     *       "net": "1000.00",
                     *       "tax": "190.00",
                     *       "gross": "1190.00",
                     *       "payable": "1190.00",
                     *       "decision": null,
                     *       "legalClass": null,
                     *       "errors": 1,
                     *       "warnings": 1,
                     *       "alarms": [
                     *         "DuplicateAmount"
                     *       ],
                     *       "duplicateOf": null,
                     *       "corrects": null,
                     *       "step": null,
                     *       "stepSince": null,
                     *       "stepDue": "2026-04-10",
                     *       "assignees": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "name": "Ada Alster"
                     *         }
                     *       ],
                     *       "text": "Grundsteuer B, I. Quartal",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Document"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Inbox_page: {
        parameters: {
            query?: {
                /** @description In pixels, from 100 to 2,400. */
                width?: number;
            };
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
                documentId: string;
                page: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Decisions_tryOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "bookingDate": "2026-03-31"
                 *     }
                 */
                "application/json": components["schemas"]["PostingTrialWish"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "postable": true,
                     *       "errors": [
                     *         {
                     *           "pointer": "/bookingDate",
                     *           "rule": "PeriodClosed",
                     *           "message": "Die Periode 03/2026 ist geschlossen."
                     *         }
                     *       ],
                     *       "nextEntryNo": 4711,
                     *       "bookingDate": "2026-03-31",
                     *       "lines": [
                     *         {
                     *           "account": "5241",
                     *           "accountName": "Sparkasse, laufendes Konto",
                     *           "product": null,
                     *           "costCentre": null,
                     *           "debit": "1234.50",
                     *           "credit": "1234.50",
                     *           "text": "Grundsteuer B, I. Quartal"
                     *         }
                     *       ],
                     *       "openItems": [
                     *         {
                     *           "role": "payable",
                     *           "account": "351101",
                     *           "amount": "119.00",
                     *           "dueOn": "2026-03-31",
                     *           "discountOn": "2026-03-31",
                     *           "paymentBlock": null,
                     *           "retention": false
                     *         }
                     *       ],
                     *       "deferrals": [
                     *         {
                     *           "account": "5241",
                     *           "amount": "59.50",
                     *           "from": "2026-03-31",
                     *           "to": "2026-03-31"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PostingTrial"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Decisions_proposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "alternative": null,
                     *       "coding": {
                     *         "method": "transfer",
                     *         "retention": null,
                     *         "accrual": null,
                     *         "shares": [],
                     *         "prepaid": [],
                     *         "offsets": [],
                     *         "correction": null,
                     *         "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "bookingDate": "2026-03-31",
                     *         "dueOn": "2026-04-30",
                     *         "discountOn": "2026-03-31",
                     *         "discountAmount": null,
                     *         "bankAccountNo": 1,
                     *         "paymentBlock": null,
                     *         "text": "Stadtwerke: Strom 03/2026",
                     *         "lines": [
                     *           {
                     *             "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *             "account": "5241",
                     *             "product": "111.06",
                     *             "costCentre": null,
                     *             "cashAccount": null,
                     *             "text": "Grundsteuer B, I. Quartal",
                     *             "net": "100.00",
                     *             "tax": "19.00",
                     *             "gross": "119.00",
                     *             "vat": {
                     *               "treatment": "sovereign",
                     *               "category": "S",
                     *               "rate": "19",
                     *               "deductiblePercent": "0"
                     *             },
                     *             "share": null,
                     *             "serviceFrom": "2026-01-01",
                     *             "serviceTo": "2026-12-31"
                     *           }
                     *         ]
                     *       },
                     *       "reasons": [
                     *         {
                     *           "field": "lines/0/account",
                     *           "text": "wie bei den letzten 4 Rechnungen von Stadtwerke Beispielland"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Decisions_recall: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3,
                 *       "note": "Falsches Produkt, wird neu kontiert"
                 *     }
                 */
                "application/json": components["schemas"]["Recall"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "invoice": null,
                     *       "suggestions": {},
                     *       "coding": null,
                     *       "tasks": [
                     *         {}
                     *       ],
                     *       "sha256": null,
                     *       "recognisedBy": "vat-id+name",
                     *       "supplierKey": null,
                     *       "serviceFrom": "2026-03-31",
                     *       "serviceTo": "2026-03-31",
                     *       "buyerReference": null,
                     *       "orderReference": null,
                     *       "contractReference": null,
                     *       "paymentMeans": "58",
                     *       "iban": "DE02120300000000202051",
                     *       "edition": null,
                     *       "acceptedAt": "2026-03-31T09:15:00.000000Z",
                     *       "acceptedByName": null,
                     *       "acceptedReason": null,
                     *       "findings": [
                     *         {
                     *           "hint": "Lassen Sie sich die Rechnung mit Leitweg-ID neu schicken.",
                     *           "id": "BR-DE-15",
                     *           "severity": "error",
                     *           "message": "Das Konto 5431 ist gesperrt.",
                     *           "terms": [
                     *             "BT-10"
                     *           ],
                     *           "where": null,
                     *           "official": false
                     *         }
                     *       ],
                     *       "files": [
                     *         {
                     *           "no": 1,
                     *           "role": "attachment",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "mime": "…",
                     *           "size": null,
                     *           "sha256": null
                     *         }
                     *       ],
                     *       "pages": 1,
                     *       "links": [
                     *         {
                     *           "kind": "duplicate-of",
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "number": "1811",
                     *           "label": "Steuern und ähnliche Abgaben",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "entries": [
                     *         {
                     *           "id": "2026-17",
                     *           "bookingDate": "2026-03-31",
                     *           "text": "Grundsteuer B, I. Quartal",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "id": "4711",
                     *           "at": "2026-03-31T09:15:00.000000Z",
                     *           "byName": "…",
                     *           "kind": "received",
                     *           "note": "Beleg fehlt noch",
                     *           "detail": {}
                     *         }
                     *       ],
                     *       "mail": {
                     *         "from": "Lieferant <versand@lieferant.example>",
                     *         "to": "rechnung@ahlenbrueck.example",
                     *         "date": "2026-03-31",
                     *         "subject": "…",
                     *         "text": "Grundsteuer B, I. Quartal"
                     *       },
                     *       "retention": {
                     *         "class": "book",
                     *         "startsOn": "2026-03-31",
                     *         "deletableFrom": "2036-01-01",
                     *         "legalHold": false,
                     *         "legalHoldReason": "…"
                     *       },
                     *       "duplicateUpload": false,
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "number": "E-2026-000123",
                     *       "kind": "correction",
                     *       "state": "decided",
                     *       "channel": "api",
                     *       "fileName": "rechnung-4711.xml",
                     *       "fileKind": "hybrid-pdf",
                     *       "receivedAt": "2026-03-31T09:15:00.000000Z",
                     *       "receivedByName": "…",
                     *       "sender": "…",
                     *       "partOf": null,
                     *       "department": null,
                     *       "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "supplierName": "…",
                     *       "invoiceNo": null,
                     *       "issueDate": "2026-03-31",
                     *       "dueOn": "2026-03-31",
                     *       "discountOn": "2026-03-31",
                     *       "currency": "EUR",
                     *       "net": "1000.00",
                     *       "tax": "190.00",
                     *       "gross": "1190.00",
                     *       "payable": "1190.00",
                     *       "decision": null,
                     *       "legalClass": null,
                     *       "errors": 1,
                     *       "warnings": 1,
                     *       "alarms": [
                     *         "DuplicateAmount"
                     *       ],
                     *       "duplicateOf": null,
                     *       "corrects": null,
                     *       "step": null,
                     *       "stepSince": null,
                     *       "stepDue": "2026-04-10",
                     *       "assignees": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "name": "Ada Alster"
                     *         }
                     *       ],
                     *       "text": "Grundsteuer B, I. Quartal",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Document"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Inbox_reject: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": "rechnung@lieferant.example",
                 *       "note": "Beleg fehlt noch",
                 *       "findings": [
                 *         "BR-DE-15"
                 *       ],
                 *       "send": false,
                 *       "version": 1
                 *     }
                 */
                "application/json": components["schemas"]["Rejection"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "to": "rechnung@lieferant.example",
                     *       "subject": "…",
                     *       "body": "…",
                     *       "sent": false
                     *     }
                     */
                    "application/json": components["schemas"]["Letter"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Inbox_letter: {
        parameters: {
            query?: {
                /** @description Findings, parted by commas. */
                findings?: string[];
                note?: string;
            };
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "to": "rechnung@lieferant.example",
                     *       "subject": "…",
                     *       "body": "…",
                     *       "sent": false
                     *     }
                     */
                    "application/json": components["schemas"]["Letter"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Inbox_release: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "liegt beim Fachbereich 3 in Papier vor"
                 *     }
                 */
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "invoice": null,
                     *       "suggestions": {},
                     *       "coding": null,
                     *       "tasks": [
                     *         {}
                     *       ],
                     *       "sha256": null,
                     *       "recognisedBy": "vat-id+name",
                     *       "supplierKey": null,
                     *       "serviceFrom": "2026-03-31",
                     *       "serviceTo": "2026-03-31",
                     *       "buyerReference": null,
                     *       "orderReference": null,
                     *       "contractReference": null,
                     *       "paymentMeans": "58",
                     *       "iban": "DE02120300000000202051",
                     *       "edition": null,
                     *       "acceptedAt": "2026-03-31T09:15:00.000000Z",
                     *       "acceptedByName": null,
                     *       "acceptedReason": null,
                     *       "findings": [
                     *         {
                     *           "hint": "Lassen Sie sich die Rechnung mit Leitweg-ID neu schicken.",
                     *           "id": "BR-DE-15",
                     *           "severity": "error",
                     *           "message": "Das Konto 5431 ist gesperrt.",
                     *           "terms": [
                     *             "BT-10"
                     *           ],
                     *           "where": null,
                     *           "official": false
                     *         }
                     *       ],
                     *       "files": [
                     *         {
                     *           "no": 1,
                     *           "role": "attachment",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "mime": "…",
                     *           "size": null,
                     *           "sha256": null
                     *         }
                     *       ],
                     *       "pages": 1,
                     *       "links": [
                     *         {
                     *           "kind": "duplicate-of",
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "number": "1811",
                     *           "label": "Steuern und ähnliche Abgaben",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "entries": [
                     *         {
                     *           "id": "2026-17",
                     *           "bookingDate": "2026-03-31",
                     *           "text": "Grundsteuer B, I. Quartal",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "id": "4711",
                     *           "at": "2026-03-31T09:15:00.000000Z",
                     *           "byName": "…",
                     *           "kind": "received",
                     *           "note": "Beleg fehlt noch",
                     *           "detail": {}
                     *         }
                     *       ],
                     *       "mail": {
                     *         "from": "Lieferant <versand@lieferant.example>",
                     *         "to": "rechnung@ahlenbrueck.example",
                     *         "date": "2026-03-31",
                     *         "subject": "…",
                     *         "text": "Grundsteuer B, I. Quartal"
                     *       },
                     *       "retention": {
                     *         "class": "book",
                     *         "startsOn": "2026-03-31",
                     *         "deletableFrom": "2036-01-01",
                     *         "legalHold": false,
                     *         "legalHoldReason": "…"
                     *       },
                     *       "duplicateUpload": false,
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "number": "E-2026-000123",
                     *       "kind": "correction",
                     *       "state": "decided",
                     *       "channel": "api",
                     *       "fileName": "rechnung-4711.xml",
                     *       "fileKind": "hybrid-pdf",
                     *       "receivedAt": "2026-03-31T09:15:00.000000Z",
                     *       "receivedByName": "…",
                     *       "sender": "…",
                     *       "partOf": null,
                     *       "department": null,
                     *       "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "supplierName": "…",
                     *       "invoiceNo": null,
                     *       "issueDate": "2026-03-31",
                     *       "dueOn": "2026-03-31",
                     *       "discountOn": "2026-03-31",
                     *       "currency": "EUR",
                     *       "net": "1000.00",
                     *       "tax": "190.00",
                     *       "gross": "1190.00",
                     *       "payable": "1190.00",
                     *       "decision": null,
                     *       "legalClass": null,
                     *       "errors": 1,
                     *       "warnings": 1,
                     *       "alarms": [
                     *         "DuplicateAmount"
                     *       ],
                     *       "duplicateOf": null,
                     *       "corrects": null,
                     *       "step": null,
                     *       "stepSince": null,
                     *       "stepDue": "2026-04-10",
                     *       "assignees": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "name": "Ada Alster"
                     *         }
                     *       ],
                     *       "text": "Grundsteuer B, I. Quartal",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Document"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Decisions_submit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3
                 *     }
                 */
                "application/json": components["schemas"]["DocumentVersion"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "invoice": null,
                     *       "suggestions": {},
                     *       "coding": null,
                     *       "tasks": [
                     *         {}
                     *       ],
                     *       "sha256": null,
                     *       "recognisedBy": "vat-id+name",
                     *       "supplierKey": null,
                     *       "serviceFrom": "2026-03-31",
                     *       "serviceTo": "2026-03-31",
                     *       "buyerReference": null,
                     *       "orderReference": null,
                     *       "contractReference": null,
                     *       "paymentMeans": "58",
                     *       "iban": "DE02120300000000202051",
                     *       "edition": null,
                     *       "acceptedAt": "2026-03-31T09:15:00.000000Z",
                     *       "acceptedByName": null,
                     *       "acceptedReason": null,
                     *       "findings": [
                     *         {
                     *           "hint": "Lassen Sie sich die Rechnung mit Leitweg-ID neu schicken.",
                     *           "id": "BR-DE-15",
                     *           "severity": "error",
                     *           "message": "Das Konto 5431 ist gesperrt.",
                     *           "terms": [
                     *             "BT-10"
                     *           ],
                     *           "where": null,
                     *           "official": false
                     *         }
                     *       ],
                     *       "files": [
                     *         {
                     *           "no": 1,
                     *           "role": "attachment",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "mime": "…",
                     *           "size": null,
                     *           "sha256": null
                     *         }
                     *       ],
                     *       "pages": 1,
                     *       "links": [
                     *         {
                     *           "kind": "duplicate-of",
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "number": "1811",
                     *           "label": "Steuern und ähnliche Abgaben",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "entries": [
                     *         {
                     *           "id": "2026-17",
                     *           "bookingDate": "2026-03-31",
                     *           "text": "Grundsteuer B, I. Quartal",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "id": "4711",
                     *           "at": "2026-03-31T09:15:00.000000Z",
                     *           "byName": "…",
                     *           "kind": "received",
                     *           "note": "Beleg fehlt noch",
                     *           "detail": {}
                     *         }
                     *       ],
                     *       "mail": {
                     *         "from": "Lieferant <versand@lieferant.example>",
                     *         "to": "rechnung@ahlenbrueck.example",
                     *         "date": "2026-03-31",
                     *         "subject": "…",
                     *         "text": "Grundsteuer B, I. Quartal"
                     *       },
                     *       "retention": {
                     *         "class": "book",
                     *         "startsOn": "2026-03-31",
                     *         "deletableFrom": "2036-01-01",
                     *         "legalHold": false,
                     *         "legalHoldReason": "…"
                     *       },
                     *       "duplicateUpload": false,
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "number": "E-2026-000123",
                     *       "kind": "correction",
                     *       "state": "decided",
                     *       "channel": "api",
                     *       "fileName": "rechnung-4711.xml",
                     *       "fileKind": "hybrid-pdf",
                     *       "receivedAt": "2026-03-31T09:15:00.000000Z",
                     *       "receivedByName": "…",
                     *       "sender": "…",
                     *       "partOf": null,
                     *       "department": null,
                     *       "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "supplierName": "…",
                     *       "invoiceNo": null,
                     *       "issueDate": "2026-03-31",
                     *       "dueOn": "2026-03-31",
                     *       "discountOn": "2026-03-31",
                     *       "currency": "EUR",
                     *       "net": "1000.00",
                     *       "tax": "190.00",
                     *       "gross": "1190.00",
                     *       "payable": "1190.00",
                     *       "decision": null,
                     *       "legalClass": null,
                     *       "errors": 1,
                     *       "warnings": 1,
                     *       "alarms": [
                     *         "DuplicateAmount"
                     *       ],
                     *       "duplicateOf": null,
                     *       "corrects": null,
                     *       "step": null,
                     *       "stepSince": null,
                     *       "stepDue": "2026-04-10",
                     *       "assignees": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "name": "Ada Alster"
                     *         }
                     *       ],
                     *       "text": "Grundsteuer B, I. Quartal",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Document"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Desk_drafts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "version": 1,
                     *           "entry": {
                     *             "text": "Miete Jugendzentrum",
                     *             "lines": [
                     *               {
                     *                 "account": "5422",
                     *                 "debit": "850.00",
                     *                 "product": "366.01"
                     *               }
                     *             ]
                     *           },
                     *           "note": "Beleg fehlt noch",
                     *           "createdBy": {
                     *             "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *             "name": "Ada Alster"
                     *           },
                     *           "createdAt": "2026-03-31T09:15:00.000000Z",
                     *           "updatedBy": {
                     *             "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *             "name": "Ada Alster"
                     *           },
                     *           "updatedAt": "2026-03-31T09:15:00.000000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["DraftList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Desk_saveDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "entry": {
                 *         "text": "Miete Jugendzentrum",
                 *         "lines": [
                 *           {
                 *             "account": "5422",
                 *             "debit": "850.00",
                 *             "product": "366.01"
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewDraft"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "version": 1,
                     *       "entry": {
                     *         "text": "Miete Jugendzentrum",
                     *         "lines": [
                     *           {
                     *             "account": "5422",
                     *             "debit": "850.00",
                     *             "product": "366.01"
                     *           }
                     *         ]
                     *       },
                     *       "note": "Beleg fehlt noch",
                     *       "createdBy": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "name": "Ada Alster"
                     *       },
                     *       "createdAt": "2026-03-31T09:15:00.000000Z",
                     *       "updatedBy": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "name": "Ada Alster"
                     *       },
                     *       "updatedAt": "2026-03-31T09:15:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Draft"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Desk_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
                draftId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "version": 1,
                     *       "entry": {
                     *         "text": "Miete Jugendzentrum",
                     *         "lines": [
                     *           {
                     *             "account": "5422",
                     *             "debit": "850.00",
                     *             "product": "366.01"
                     *           }
                     *         ]
                     *       },
                     *       "note": "Beleg fehlt noch",
                     *       "createdBy": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "name": "Ada Alster"
                     *       },
                     *       "createdAt": "2026-03-31T09:15:00.000000Z",
                     *       "updatedBy": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "name": "Ada Alster"
                     *       },
                     *       "updatedAt": "2026-03-31T09:15:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Draft"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Desk_changeDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                draftId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "entry": {
                 *         "text": "Miete Jugendzentrum",
                 *         "lines": [
                 *           {
                 *             "account": "5422",
                 *             "debit": "850.00",
                 *             "product": "366.01"
                 *           }
                 *         ]
                 *       },
                 *       "version": 1
                 *     }
                 */
                "application/json": components["schemas"]["DraftChange"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "version": 1,
                     *       "entry": {
                     *         "text": "Miete Jugendzentrum",
                     *         "lines": [
                     *           {
                     *             "account": "5422",
                     *             "debit": "850.00",
                     *             "product": "366.01"
                     *           }
                     *         ]
                     *       },
                     *       "note": "Beleg fehlt noch",
                     *       "createdBy": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "name": "Ada Alster"
                     *       },
                     *       "createdAt": "2026-03-31T09:15:00.000000Z",
                     *       "updatedBy": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "name": "Ada Alster"
                     *       },
                     *       "updatedAt": "2026-03-31T09:15:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Draft"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Desk_removeDraft: {
        parameters: {
            query: {
                /** @description The version that was read. */
                version: number;
            };
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                draftId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Desk_postDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                draftId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": components["schemas"]["Version"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "lines": [
                     *         {
                     *           "lineNo": 1,
                     *           "account": "1811",
                     *           "product": null,
                     *           "costCentre": null,
                     *           "cashAccount": "6012",
                     *           "debit": "1234.50",
                     *           "credit": null,
                     *           "text": "",
                     *           "openItem": null,
                     *           "tax": null
                     *         },
                     *         {
                     *           "lineNo": 2,
                     *           "account": "4012",
                     *           "product": "611.01",
                     *           "costCentre": null,
                     *           "cashAccount": null,
                     *           "debit": null,
                     *           "credit": "1234.50",
                     *           "text": "",
                     *           "openItem": null,
                     *           "tax": null
                     *         }
                     *       ],
                     *       "id": "2026-17",
                     *       "fiscalYear": 2026,
                     *       "entryNo": 1,
                     *       "period": 1,
                     *       "bookingDate": "2026-03-31",
                     *       "documentDate": "2026-03-31",
                     *       "recordedAt": "2026-03-31T09:15:00.000000Z",
                     *       "kind": "regular",
                     *       "text": "Grundsteuer B, I. Quartal",
                     *       "reference": "GRD-2026-0411",
                     *       "source": "api",
                     *       "author": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "name": "Ada Alster"
                     *       },
                     *       "total": "1234.50",
                     *       "reverses": null,
                     *       "reason": "doppelt erfasst",
                     *       "chainHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                     *     }
                     */
                    "application/json": components["schemas"]["PostedEntry"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Desk_templates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "name": "Telefonrechnung Rathaus",
                     *           "entry": {
                     *             "text": "Miete Jugendzentrum",
                     *             "lines": [
                     *               {
                     *                 "account": "5422",
                     *                 "debit": "850.00",
                     *                 "product": "366.01"
                     *               }
                     *             ]
                     *           },
                     *           "createdAt": "2026-03-31T09:15:00.000000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["EntryTemplateList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Desk_saveTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Gemeinde Ahlenbrück",
                 *       "entry": {
                 *         "text": "Miete Jugendzentrum",
                 *         "lines": [
                 *           {
                 *             "account": "5422",
                 *             "debit": "850.00",
                 *             "product": "366.01"
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewTemplate"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "name": "Telefonrechnung Rathaus",
                     *       "entry": {
                     *         "text": "Miete Jugendzentrum",
                     *         "lines": [
                     *           {
                     *             "account": "5422",
                     *             "debit": "850.00",
                     *             "product": "366.01"
                     *           }
                     *         ]
                     *       },
                     *       "createdAt": "2026-03-31T09:15:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["EntryTemplate"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Desk_removeTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                templateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Exports_books: {
        parameters: {
            query?: {
                /** @description Default true: compressed with gzip. The verifier reads both. */
                gzip?: boolean;
            };
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, streamed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/gzip": string;
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Exports_exitPackage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, streamed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/gzip": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Exports_journal: {
        parameters: {
            query?: {
                /** @description Default: all years. */
                fiscalYear?: number;
                /** @description `csv` and `jsonl` are what the import takes; `hledger` and `beancount` are plain-text accounting. */
                format?: "beancount" | "csv" | "hledger" | "jsonl";
            };
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, streamed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/csv": string;
                    "text/plain": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Exports_openItems: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, streamed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Exports_partners: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, streamed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Vouchers_vouchers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The archive, streamed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-tar": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    FiscalYears_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "year": 2026,
                     *           "state": "open",
                     *           "startsOn": "2026-03-31",
                     *           "endsOn": "2026-03-31",
                     *           "entries": 1,
                     *           "periods": [
                     *             {
                     *               "period": 1,
                     *               "state": "open",
                     *               "startsOn": "2026-03-31",
                     *               "endsOn": "2026-03-31",
                     *               "version": 1
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["FiscalYearList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    FiscalYears_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "year": 2027
                 *     }
                 */
                "application/json": components["schemas"]["NewFiscalYear"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "year": 2026,
                     *       "state": "open",
                     *       "startsOn": "2026-03-31",
                     *       "endsOn": "2026-03-31",
                     *       "entries": 1,
                     *       "periods": [
                     *         {
                     *           "period": 1,
                     *           "state": "open",
                     *           "startsOn": "2026-03-31",
                     *           "endsOn": "2026-03-31",
                     *           "version": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["FiscalYear"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    FiscalYears_decisions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
                /** @description The fiscal year. */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "period": 1,
                     *           "state": "open",
                     *           "reason": "doppelt erfasst",
                     *           "decidedBy": "Ludwig Leine",
                     *           "decidedAt": "2026-03-31T09:15:00.000000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["PeriodDecisionList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    FiscalYears_changeState: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                /** @description 0 opening balances, 1–12 months, 13 closing entries. */
                period: number;
                /** @description The fiscal year. */
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "state": "open",
                 *       "reason": "Nachbuchung der Schlussrechnung Kanalbau"
                 *     }
                 */
                "application/json": components["schemas"]["PeriodState"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "year": 2026,
                     *       "state": "open",
                     *       "startsOn": "2026-03-31",
                     *       "endsOn": "2026-03-31",
                     *       "entries": 1,
                     *       "periods": [
                     *         {
                     *           "period": 1,
                     *           "state": "open",
                     *           "startsOn": "2026-03-31",
                     *           "endsOn": "2026-03-31",
                     *           "version": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["FiscalYear"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Imports_upload: {
        parameters: {
            query: {
                /** @description The day on which opening balances, open items, cash flows and results are booked. */
                bookingDate?: string;
                /** @description Everything is checked, the database's own judgement included, and nothing is kept. */
                dryRun?: boolean;
                /** @description Default `utf-8`. */
                encoding?: "utf-8" | "windows-1252";
                /** @description The name under which the job is shown. */
                fileName?: string;
                /** @description Instead of a booking date: 31 December of this year; 1 January for open items and for opening balances by account. */
                fiscalYear?: number;
                /** @description Default: by the content type, else `csv`. */
                format?: "csv" | "jsonl";
                /**
                 * @description `journal`: entries; `opening-balances`: by account or as a published balance sheet; `cash-flows`: payments of a year by account;
                 *     `results`: a published Ergebnisrechnung; `accounts`, `products`, `cost-centres`, `partners`: master data; `open-items`: what the
                 *     opening balances of the control accounts are made up of.
                 */
                kind: "accounts" | "cash-flows" | "cost-centres" | "journal" | "open-items" | "opening-balances" | "partners" | "products" | "results";
                /** @description The account of liquid funds that published figures are booked on. */
                liquidAccount?: string;
                /** @description The very same file may be imported once more. */
                repeat?: boolean;
            };
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/jsonl": string;
                "application/octet-stream": string;
                "application/x-ndjson": string;
                "text/csv": string;
            };
        };
        responses: {
            /** @description Accepted; the job says how far it is. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "kind": "journal",
                     *       "format": "csv",
                     *       "state": "done",
                     *       "dryRun": false,
                     *       "fileName": "buchungen-maerz.csv",
                     *       "bookingDate": "2026-03-31",
                     *       "progress": {
                     *         "bytesRead": 1,
                     *         "bytesTotal": 1,
                     *         "entries": 1,
                     *         "lines": 1
                     *       },
                     *       "result": {
                     *         "entries": 1,
                     *         "lines": 1,
                     *         "replayed": 1,
                     *         "firstEntry": "2026-17",
                     *         "lastEntry": "2026-84",
                     *         "total": "1234.50",
                     *         "warnings": [
                     *           {
                     *             "line": null,
                     *             "column": null,
                     *             "rule": "AccountUnknown",
                     *             "message": "Das Konto 5431 ist gesperrt."
                     *           }
                     *         ]
                     *       },
                     *       "errors": [
                     *         {
                     *           "line": null,
                     *           "column": null,
                     *           "rule": "AccountUnknown",
                     *           "message": "Das Konto 5431 ist gesperrt."
                     *         }
                     *       ],
                     *       "errorCount": 1,
                     *       "createdBy": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "name": "Ada Alster"
                     *       },
                     *       "createdAt": "2026-03-31T09:15:00.000000Z",
                     *       "startedAt": "2026-03-31T09:15:00.000000Z",
                     *       "finishedAt": "2026-03-31T09:15:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Evidence_integrity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "years": [
                     *         {
                     *           "fiscalYear": 2026,
                     *           "entries": 1,
                     *           "head": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                     *         }
                     *       ],
                     *       "filing": {
                     *         "finding": "different",
                     *         "lastFiled": 1
                     *       },
                     *       "mailedTo": 1,
                     *       "vouchers": {
                     *         "entries": 1,
                     *         "head": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *         "files": 1,
                     *         "checked": 1,
                     *         "allCheckedSince": null,
                     *         "lastCheckedAt": "2026-03-31T09:15:00.000000Z",
                     *         "damaged": [
                     *           "…"
                     *         ]
                     *       },
                     *       "keys": [
                     *         {
                     *           "kind": "break",
                     *           "keyNo": 1,
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "fingerprint": "…",
                     *           "publicKey": "-----BEGIN PUBLIC KEY-----\n…\n-----END PUBLIC KEY-----\n",
                     *           "inForceSince": "…",
                     *           "reason": "doppelt erfasst",
                     *           "statement": "results",
                     *           "signature": "MEUCIQD…",
                     *           "previousSignature": null
                     *         }
                     *       ],
                     *       "lastSeal": {
                     *         "sealNo": 1,
                     *         "sealedAt": "2026-03-31T09:15:00.000000Z",
                     *         "sealedBy": "Finanzzentrum",
                     *         "statement": "results",
                     *         "keyId": "3c1f0a9be27d4586",
                     *         "signature": "MEUCIQD…"
                     *       },
                     *       "lastProof": {
                     *         "ok": false,
                     *         "entries": 1,
                     *         "findings": [
                     *           {
                     *             "rule": "AccountLocked",
                     *             "where": "…"
                     *           }
                     *         ],
                     *         "provenAt": "2026-03-31T09:15:00.000000Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Integrity"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Imports_list: {
        parameters: {
            query?: {
                after?: string;
                /** @description Items per page, at most 500. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "kind": "journal",
                     *           "format": "csv",
                     *           "state": "done",
                     *           "dryRun": false,
                     *           "fileName": "buchungen-maerz.csv",
                     *           "bookingDate": "2026-03-31",
                     *           "progress": {
                     *             "bytesRead": 1,
                     *             "bytesTotal": 1,
                     *             "entries": 1,
                     *             "lines": 1
                     *           },
                     *           "result": {
                     *             "entries": 1,
                     *             "lines": 1,
                     *             "replayed": 1,
                     *             "firstEntry": "2026-17",
                     *             "lastEntry": "2026-84",
                     *             "total": "1234.50",
                     *             "warnings": [
                     *               {
                     *                 "line": null,
                     *                 "column": null,
                     *                 "rule": "AccountUnknown",
                     *                 "message": "Das Konto 5431 ist gesperrt."
                     *               }
                     *             ]
                     *           },
                     *           "errors": [
                     *             {
                     *               "line": null,
                     *               "column": null,
                     *               "rule": "AccountUnknown",
                     *               "message": "Das Konto 5431 ist gesperrt."
                     *             }
                     *           ],
                     *           "errorCount": 1,
                     *           "createdBy": {
                     *             "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *             "name": "Ada Alster"
                     *           },
                     *           "createdAt": "2026-03-31T09:15:00.000000Z",
                     *           "startedAt": "2026-03-31T09:15:00.000000Z",
                     *           "finishedAt": "2026-03-31T09:15:00.000000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["JobList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Imports_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "kind": "journal",
                     *       "format": "csv",
                     *       "state": "done",
                     *       "dryRun": false,
                     *       "fileName": "buchungen-maerz.csv",
                     *       "bookingDate": "2026-03-31",
                     *       "progress": {
                     *         "bytesRead": 1,
                     *         "bytesTotal": 1,
                     *         "entries": 1,
                     *         "lines": 1
                     *       },
                     *       "result": {
                     *         "entries": 1,
                     *         "lines": 1,
                     *         "replayed": 1,
                     *         "firstEntry": "2026-17",
                     *         "lastEntry": "2026-84",
                     *         "total": "1234.50",
                     *         "warnings": [
                     *           {
                     *             "line": null,
                     *             "column": null,
                     *             "rule": "AccountUnknown",
                     *             "message": "Das Konto 5431 ist gesperrt."
                     *           }
                     *         ]
                     *       },
                     *       "errors": [
                     *         {
                     *           "line": null,
                     *           "column": null,
                     *           "rule": "AccountUnknown",
                     *           "message": "Das Konto 5431 ist gesperrt."
                     *         }
                     *       ],
                     *       "errorCount": 1,
                     *       "createdBy": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "name": "Ada Alster"
                     *       },
                     *       "createdAt": "2026-03-31T09:15:00.000000Z",
                     *       "startedAt": "2026-03-31T09:15:00.000000Z",
                     *       "finishedAt": "2026-03-31T09:15:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Imports_confirmBankAccounts: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "confirmed": 1,
                     *       "waiting": 1
                     *     }
                     */
                    "application/json": components["schemas"]["BankAccountsConfirmed"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Imports_events: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events of the type `job`; the data of each is the job as JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example event: job
                     *     data: {"id":"…","state":"running",…}
                     */
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Journal_list: {
        parameters: {
            query?: {
                /** @description Account or cash-flow account on any line. */
                account?: string;
                after?: string;
                /** @description The entry's total. */
                amount?: string;
                author?: string;
                costCentre?: string;
                fiscalYear?: number;
                format?: "csv" | "json";
                /** @description First booking date. */
                from?: string;
                kind?: "accrual" | "closing" | "opening" | "regular" | "reversal" | "standing";
                /** @description Leave out what was recorded later. */
                knownOn?: string;
                /** @description Items per page, at most 500. */
                limit?: number;
                order?: "asc" | "desc";
                product?: string;
                /** @description Words in text or reference, or an entry number. */
                q?: string;
                /** @description Last booking date. */
                to?: string;
            };
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "reversedBy": null,
                     *           "lines": [
                     *             {
                     *               "lineNo": 1,
                     *               "account": "1811",
                     *               "product": null,
                     *               "costCentre": null,
                     *               "cashAccount": "6012",
                     *               "debit": "1234.50",
                     *               "credit": null,
                     *               "text": "",
                     *               "openItem": null,
                     *               "tax": null,
                     *               "accountName": "Sparkasse, laufendes Konto",
                     *               "productName": null,
                     *               "cashAccountName": "Grundsteuer B"
                     *             },
                     *             {
                     *               "lineNo": 2,
                     *               "account": "4012",
                     *               "product": "611.01",
                     *               "costCentre": null,
                     *               "cashAccount": null,
                     *               "debit": null,
                     *               "credit": "1234.50",
                     *               "text": "",
                     *               "openItem": null,
                     *               "tax": null,
                     *               "accountName": "Grundsteuer B",
                     *               "productName": "Steuern und allgemeine Zuweisungen",
                     *               "cashAccountName": null
                     *             }
                     *           ],
                     *           "id": "2026-17",
                     *           "fiscalYear": 2026,
                     *           "entryNo": 1,
                     *           "period": 1,
                     *           "bookingDate": "2026-03-31",
                     *           "documentDate": "2026-03-31",
                     *           "recordedAt": "2026-03-31T09:15:00.000000Z",
                     *           "kind": "regular",
                     *           "text": "Grundsteuer B, I. Quartal",
                     *           "reference": "GRD-2026-0411",
                     *           "source": "api",
                     *           "author": {
                     *             "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *             "name": "Ada Alster"
                     *           },
                     *           "total": "1234.50",
                     *           "reverses": null,
                     *           "reason": "doppelt erfasst",
                     *           "chainHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["Journal"];
                    "text/csv": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Journal_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "bookingDate": "2026-03-31",
                 *       "documentDate": "2026-03-31",
                 *       "text": "Grundsteuer B, I. Quartal",
                 *       "lines": [
                 *         {
                 *           "account": "1811",
                 *           "debit": "1234.50",
                 *           "cashAccount": "6012"
                 *         },
                 *         {
                 *           "account": "4012",
                 *           "credit": "1234.50",
                 *           "product": "611.01"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewEntry"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "lines": [
                     *         {
                     *           "lineNo": 1,
                     *           "account": "1811",
                     *           "product": null,
                     *           "costCentre": null,
                     *           "cashAccount": "6012",
                     *           "debit": "1234.50",
                     *           "credit": null,
                     *           "text": "",
                     *           "openItem": null,
                     *           "tax": null
                     *         },
                     *         {
                     *           "lineNo": 2,
                     *           "account": "4012",
                     *           "product": "611.01",
                     *           "costCentre": null,
                     *           "cashAccount": null,
                     *           "debit": null,
                     *           "credit": "1234.50",
                     *           "text": "",
                     *           "openItem": null,
                     *           "tax": null
                     *         }
                     *       ],
                     *       "id": "2026-17",
                     *       "fiscalYear": 2026,
                     *       "entryNo": 1,
                     *       "period": 1,
                     *       "bookingDate": "2026-03-31",
                     *       "documentDate": "2026-03-31",
                     *       "recordedAt": "2026-03-31T09:15:00.000000Z",
                     *       "kind": "regular",
                     *       "text": "Grundsteuer B, I. Quartal",
                     *       "reference": "GRD-2026-0411",
                     *       "source": "api",
                     *       "author": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "name": "Ada Alster"
                     *       },
                     *       "total": "1234.50",
                     *       "reverses": null,
                     *       "reason": "doppelt erfasst",
                     *       "chainHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                     *     }
                     */
                    "application/json": components["schemas"]["PostedEntry"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Journal_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
                /** @description Fiscal year and number of the entry. */
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "reversedBy": null,
                     *       "lines": [
                     *         {
                     *           "lineNo": 1,
                     *           "account": "1811",
                     *           "product": null,
                     *           "costCentre": null,
                     *           "cashAccount": "6012",
                     *           "debit": "1234.50",
                     *           "credit": null,
                     *           "text": "",
                     *           "openItem": null,
                     *           "tax": null,
                     *           "accountName": "Sparkasse, laufendes Konto",
                     *           "productName": null,
                     *           "cashAccountName": "Grundsteuer B"
                     *         },
                     *         {
                     *           "lineNo": 2,
                     *           "account": "4012",
                     *           "product": "611.01",
                     *           "costCentre": null,
                     *           "cashAccount": null,
                     *           "debit": null,
                     *           "credit": "1234.50",
                     *           "text": "",
                     *           "openItem": null,
                     *           "tax": null,
                     *           "accountName": "Grundsteuer B",
                     *           "productName": "Steuern und allgemeine Zuweisungen",
                     *           "cashAccountName": null
                     *         }
                     *       ],
                     *       "id": "2026-17",
                     *       "fiscalYear": 2026,
                     *       "entryNo": 1,
                     *       "period": 1,
                     *       "bookingDate": "2026-03-31",
                     *       "documentDate": "2026-03-31",
                     *       "recordedAt": "2026-03-31T09:15:00.000000Z",
                     *       "kind": "regular",
                     *       "text": "Grundsteuer B, I. Quartal",
                     *       "reference": "GRD-2026-0411",
                     *       "source": "api",
                     *       "author": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "name": "Ada Alster"
                     *       },
                     *       "total": "1234.50",
                     *       "reverses": null,
                     *       "reason": "doppelt erfasst",
                     *       "chainHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                     *     }
                     */
                    "application/json": components["schemas"]["JournalEntry"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Inbox_ofEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
                /** @description Fiscal year and number of the entry. */
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "number": "E-2026-000123",
                     *           "kind": "correction",
                     *           "state": "decided",
                     *           "channel": "api",
                     *           "fileName": "rechnung-4711.xml",
                     *           "fileKind": "hybrid-pdf",
                     *           "receivedAt": "2026-03-31T09:15:00.000000Z",
                     *           "receivedByName": "…",
                     *           "sender": "…",
                     *           "partOf": null,
                     *           "department": null,
                     *           "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "supplierName": "…",
                     *           "invoiceNo": null,
                     *           "issueDate": "2026-03-31",
                     *           "dueOn": "2026-03-31",
                     *           "discountOn": "2026-03-31",
                     *           "currency": "EUR",
                     *           "net": "1000.00",
                     *           "tax": "190.00",
                     *           "gross": "1190.00",
                     *           "payable": "1190.00",
                     *           "decision": null,
                     *           "legalClass": null,
                     *           "errors": 1,
                     *           "warnings": 1,
                     *           "alarms": [
                     *             "DuplicateAmount"
                     *           ],
                     *           "duplicateOf": null,
                     *           "corrects": null,
                     *           "step": null,
                     *           "stepSince": null,
                     *           "stepDue": "2026-04-10",
                     *           "assignees": [
                     *             {
                     *               "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *               "name": "Ada Alster"
                     *             }
                     *           ],
                     *           "text": "Grundsteuer B, I. Quartal",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["EntryDocuments"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Journal_reverse: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                /** @description Fiscal year and number of the entry. */
                entryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "bookingDate": "2026-03-31",
                 *       "reason": "doppelt erfasst"
                 *     }
                 */
                "application/json": components["schemas"]["Reversal"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "lines": [
                     *         {
                     *           "lineNo": 1,
                     *           "account": "1811",
                     *           "product": null,
                     *           "costCentre": null,
                     *           "cashAccount": "6012",
                     *           "debit": "1234.50",
                     *           "credit": null,
                     *           "text": "",
                     *           "openItem": null,
                     *           "tax": null
                     *         },
                     *         {
                     *           "lineNo": 2,
                     *           "account": "4012",
                     *           "product": "611.01",
                     *           "costCentre": null,
                     *           "cashAccount": null,
                     *           "debit": null,
                     *           "credit": "1234.50",
                     *           "text": "",
                     *           "openItem": null,
                     *           "tax": null
                     *         }
                     *       ],
                     *       "id": "2026-17",
                     *       "fiscalYear": 2026,
                     *       "entryNo": 1,
                     *       "period": 1,
                     *       "bookingDate": "2026-03-31",
                     *       "documentDate": "2026-03-31",
                     *       "recordedAt": "2026-03-31T09:15:00.000000Z",
                     *       "kind": "regular",
                     *       "text": "Grundsteuer B, I. Quartal",
                     *       "reference": "GRD-2026-0411",
                     *       "source": "api",
                     *       "author": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "name": "Ada Alster"
                     *       },
                     *       "total": "1234.50",
                     *       "reverses": null,
                     *       "reason": "doppelt erfasst",
                     *       "chainHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                     *     }
                     */
                    "application/json": components["schemas"]["PostedEntry"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Journal_tryOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "bookingDate": "2026-03-31",
                 *       "documentDate": "2026-03-31",
                 *       "text": "Grundsteuer B, I. Quartal",
                 *       "lines": [
                 *         {
                 *           "account": "1811",
                 *           "debit": "1234.50",
                 *           "cashAccount": "6012"
                 *         },
                 *         {
                 *           "account": "4012",
                 *           "credit": "1234.50",
                 *           "product": "611.01"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewEntry"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "postable": false,
                     *       "errors": [
                     *         {
                     *           "pointer": "/lines/1/account",
                     *           "rule": "AccountLocked",
                     *           "message": "Das Konto 5431 ist gesperrt."
                     *         }
                     *       ],
                     *       "warnings": [
                     *         {
                     *           "pointer": "/lines/1/account",
                     *           "rule": "AccountLocked",
                     *           "message": "Das Konto 5431 ist gesperrt."
                     *         }
                     *       ],
                     *       "nextEntryNo": null,
                     *       "balances": [
                     *         {
                     *           "account": "1811",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "before": "1234.50",
                     *           "change": "1234.50",
                     *           "after": "1234.50"
                     *         }
                     *       ],
                     *       "statements": [
                     *         {
                     *           "statement": "results",
                     *           "code": "ER01",
                     *           "label": "Steuern und ähnliche Abgaben",
                     *           "change": "1234.50"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Trial"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    OpenItems_list: {
        parameters: {
            query?: {
                /** @description A control account. */
                account?: string;
                after?: string;
                /** @description As the items stood at the end of this booking day. */
                asOf?: string;
                /** @description Only items that are (`true`) or are not blocked, by themselves or by their partner. */
                blocked?: boolean;
                /** @description Id of the document behind them. */
                document?: string;
                /** @description Only what is due until this day. */
                dueUntil?: string;
                format?: "csv" | "json";
                kind?: "claim" | "liability";
                /** @description Items per page, at most 500. */
                limit?: number;
                /** @description Id of a partner. */
                partner?: string;
                /** @description A number, or words of reference, text or partner. */
                q?: string;
                /** @description Default: what is open. */
                state?: "all" | "open" | "settled";
            };
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "no": 1,
                     *           "kind": "claim",
                     *           "partner": {
                     *             "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *             "number": "P000123",
                     *             "name": "Baustoffe Erlengrund GmbH",
                     *             "paymentBlock": null
                     *           },
                     *           "account": "351101",
                     *           "amount": "1234.50",
                     *           "open": "1234.50",
                     *           "state": "open",
                     *           "documentId": null,
                     *           "reference": "RE-2026-815",
                     *           "text": "Grundsteuer B, I. Quartal",
                     *           "raisedOn": "2026-03-31",
                     *           "dueOn": "2026-03-31",
                     *           "discountOn": "2026-03-31",
                     *           "discountAmount": null,
                     *           "method": "clearing",
                     *           "bankAccountNo": null,
                     *           "iban": "DE02120300000000202051",
                     *           "bic": "BYLADEM1001",
                     *           "holder": null,
                     *           "paymentBlock": null,
                     *           "retention": false,
                     *           "entryId": "2026-17",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null,
                     *       "totals": {
                     *         "count": 1,
                     *         "liabilities": "1234.50",
                     *         "claims": "0.00",
                     *         "blocked": "0.00"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["OpenItemList"];
                    "text/csv": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    OpenItems_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
                openItemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "no": 1,
                     *       "kind": "claim",
                     *       "partner": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "number": "P000123",
                     *         "name": "Baustoffe Erlengrund GmbH",
                     *         "paymentBlock": null
                     *       },
                     *       "account": "351101",
                     *       "amount": "1234.50",
                     *       "open": "1234.50",
                     *       "state": "open",
                     *       "documentId": null,
                     *       "reference": "RE-2026-815",
                     *       "text": "Grundsteuer B, I. Quartal",
                     *       "raisedOn": "2026-03-31",
                     *       "dueOn": "2026-03-31",
                     *       "discountOn": "2026-03-31",
                     *       "discountAmount": null,
                     *       "method": "clearing",
                     *       "bankAccountNo": null,
                     *       "iban": "DE02120300000000202051",
                     *       "bic": "BYLADEM1001",
                     *       "holder": null,
                     *       "paymentBlock": null,
                     *       "retention": false,
                     *       "entryId": "2026-17",
                     *       "version": 1,
                     *       "movements": [
                     *         {
                     *           "entryId": "2026-17",
                     *           "bookingDate": "2026-03-31",
                     *           "recordedAt": "2026-03-31T09:15:00.000000Z",
                     *           "what": "offset",
                     *           "text": "Grundsteuer B, I. Quartal",
                     *           "reference": "GRD-2026-0411",
                     *           "debit": "1234.50",
                     *           "credit": "1234.50",
                     *           "balance": "1234.50",
                     *           "reverses": null
                     *         }
                     *       ],
                     *       "shares": [
                     *         {
                     *           "product": null,
                     *           "costCentre": null,
                     *           "cashAccount": "7241",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "before": "alt",
                     *           "after": "neu",
                     *           "at": "2026-03-31T09:15:00.000000Z",
                     *           "by": "…",
                     *           "field": "due_on"
                     *         }
                     *       ],
                     *       "origin": {
                     *         "number": "OP-1002",
                     *         "originalAmount": "1500.00",
                     *         "originatedOn": "2026-03-31",
                     *         "dunningLevel": 1,
                     *         "lastDunnedOn": "2026-03-31"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["OpenItem"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    OpenItems_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                openItemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "dueOn": "2026-12-31",
                 *       "discountOn": "2026-12-31",
                 *       "version": 1,
                 *       "paymentBlock": "Mangel gerügt"
                 *     }
                 */
                "application/json": components["schemas"]["OpenItemChange"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "no": 1,
                     *       "kind": "claim",
                     *       "partner": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "number": "P000123",
                     *         "name": "Baustoffe Erlengrund GmbH",
                     *         "paymentBlock": null
                     *       },
                     *       "account": "351101",
                     *       "amount": "1234.50",
                     *       "open": "1234.50",
                     *       "state": "open",
                     *       "documentId": null,
                     *       "reference": "RE-2026-815",
                     *       "text": "Grundsteuer B, I. Quartal",
                     *       "raisedOn": "2026-03-31",
                     *       "dueOn": "2026-03-31",
                     *       "discountOn": "2026-03-31",
                     *       "discountAmount": null,
                     *       "method": "clearing",
                     *       "bankAccountNo": null,
                     *       "iban": "DE02120300000000202051",
                     *       "bic": "BYLADEM1001",
                     *       "holder": null,
                     *       "paymentBlock": null,
                     *       "retention": false,
                     *       "entryId": "2026-17",
                     *       "version": 1,
                     *       "movements": [
                     *         {
                     *           "entryId": "2026-17",
                     *           "bookingDate": "2026-03-31",
                     *           "recordedAt": "2026-03-31T09:15:00.000000Z",
                     *           "what": "offset",
                     *           "text": "Grundsteuer B, I. Quartal",
                     *           "reference": "GRD-2026-0411",
                     *           "debit": "1234.50",
                     *           "credit": "1234.50",
                     *           "balance": "1234.50",
                     *           "reverses": null
                     *         }
                     *       ],
                     *       "shares": [
                     *         {
                     *           "product": null,
                     *           "costCentre": null,
                     *           "cashAccount": "7241",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "before": "alt",
                     *           "after": "neu",
                     *           "at": "2026-03-31T09:15:00.000000Z",
                     *           "by": "…",
                     *           "field": "due_on"
                     *         }
                     *       ],
                     *       "origin": {
                     *         "number": "OP-1002",
                     *         "originalAmount": "1500.00",
                     *         "originatedOn": "2026-03-31",
                     *         "dunningLevel": 1,
                     *         "lastDunnedOn": "2026-03-31"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["OpenItem"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    OpenItems_offset: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "credit": "7d0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c11",
                 *       "bookingDate": "2026-12-31",
                 *       "liability": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                 *       "amount": "1234.50",
                 *       "text": "Gutschrift GS-2026-7 gegen Rechnung RE-2026-815"
                 *     }
                 */
                "application/json": components["schemas"]["NewOffset"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entryId": "2026-18",
                     *       "amount": "1234.50",
                     *       "liability": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "no": 1,
                     *         "kind": "claim",
                     *         "partner": {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "number": "P000123",
                     *           "name": "Baustoffe Erlengrund GmbH",
                     *           "paymentBlock": null
                     *         },
                     *         "account": "351101",
                     *         "amount": "1234.50",
                     *         "open": "1234.50",
                     *         "state": "open",
                     *         "documentId": null,
                     *         "reference": "RE-2026-815",
                     *         "text": "Grundsteuer B, I. Quartal",
                     *         "raisedOn": "2026-03-31",
                     *         "dueOn": "2026-03-31",
                     *         "discountOn": "2026-03-31",
                     *         "discountAmount": null,
                     *         "method": "clearing",
                     *         "bankAccountNo": null,
                     *         "iban": "DE02120300000000202051",
                     *         "bic": "BYLADEM1001",
                     *         "holder": null,
                     *         "paymentBlock": null,
                     *         "retention": false,
                     *         "entryId": "2026-17",
                     *         "version": 1
                     *       },
                     *       "credit": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "no": 1,
                     *         "kind": "claim",
                     *         "partner": {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "number": "P000123",
                     *           "name": "Baustoffe Erlengrund GmbH",
                     *           "paymentBlock": null
                     *         },
                     *         "account": "351101",
                     *         "amount": "1234.50",
                     *         "open": "1234.50",
                     *         "state": "open",
                     *         "documentId": null,
                     *         "reference": "RE-2026-815",
                     *         "text": "Grundsteuer B, I. Quartal",
                     *         "raisedOn": "2026-03-31",
                     *         "dueOn": "2026-03-31",
                     *         "discountOn": "2026-03-31",
                     *         "discountAmount": null,
                     *         "method": "clearing",
                     *         "bankAccountNo": null,
                     *         "iban": "DE02120300000000202051",
                     *         "bic": "BYLADEM1001",
                     *         "holder": null,
                     *         "paymentBlock": null,
                     *         "retention": false,
                     *         "entryId": "2026-17",
                     *         "version": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Offset"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    OpenItems_reconcile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "account": "351101",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "kind": "claim",
                     *           "ledger": "-1234.50",
                     *           "items": "-1234.50",
                     *           "difference": "0.00",
                     *           "count": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Orders_order: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "single",
                 *       "standing": null,
                 *       "coding": {
                 *         "method": "transfer",
                 *         "retention": null,
                 *         "accrual": null,
                 *         "shares": [],
                 *         "prepaid": [],
                 *         "offsets": [],
                 *         "correction": null,
                 *         "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                 *         "bookingDate": "2026-03-31",
                 *         "dueOn": "2026-04-30",
                 *         "discountOn": "2026-03-31",
                 *         "bankAccountNo": 1,
                 *         "text": "Stadtwerke: Strom 03/2026",
                 *         "lines": [
                 *           {
                 *             "account": "5241",
                 *             "product": "111.06",
                 *             "net": "100.00",
                 *             "tax": "19.00",
                 *             "gross": "119.00",
                 *             "serviceFrom": "2026-01-01",
                 *             "serviceTo": "2026-12-31"
                 *           }
                 *         ]
                 *       },
                 *       "submit": true
                 *     }
                 */
                "application/json": components["schemas"]["NewOrder"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "invoice": null,
                     *       "suggestions": {},
                     *       "coding": null,
                     *       "tasks": [
                     *         {}
                     *       ],
                     *       "sha256": null,
                     *       "recognisedBy": "vat-id+name",
                     *       "supplierKey": null,
                     *       "serviceFrom": "2026-03-31",
                     *       "serviceTo": "2026-03-31",
                     *       "buyerReference": null,
                     *       "orderReference": null,
                     *       "contractReference": null,
                     *       "paymentMeans": "58",
                     *       "iban": "DE02120300000000202051",
                     *       "edition": null,
                     *       "acceptedAt": "2026-03-31T09:15:00.000000Z",
                     *       "acceptedByName": null,
                     *       "acceptedReason": null,
                     *       "findings": [
                     *         {
                     *           "hint": "Lassen Sie sich die Rechnung mit Leitweg-ID neu schicken.",
                     *           "id": "BR-DE-15",
                     *           "severity": "error",
                     *           "message": "Das Konto 5431 ist gesperrt.",
                     *           "terms": [
                     *             "BT-10"
                     *           ],
                     *           "where": null,
                     *           "official": false
                     *         }
                     *       ],
                     *       "files": [
                     *         {
                     *           "no": 1,
                     *           "role": "attachment",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "mime": "…",
                     *           "size": null,
                     *           "sha256": null
                     *         }
                     *       ],
                     *       "pages": 1,
                     *       "links": [
                     *         {
                     *           "kind": "duplicate-of",
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "number": "1811",
                     *           "label": "Steuern und ähnliche Abgaben",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "entries": [
                     *         {
                     *           "id": "2026-17",
                     *           "bookingDate": "2026-03-31",
                     *           "text": "Grundsteuer B, I. Quartal",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "id": "4711",
                     *           "at": "2026-03-31T09:15:00.000000Z",
                     *           "byName": "…",
                     *           "kind": "received",
                     *           "note": "Beleg fehlt noch",
                     *           "detail": {}
                     *         }
                     *       ],
                     *       "mail": {
                     *         "from": "Lieferant <versand@lieferant.example>",
                     *         "to": "rechnung@ahlenbrueck.example",
                     *         "date": "2026-03-31",
                     *         "subject": "…",
                     *         "text": "Grundsteuer B, I. Quartal"
                     *       },
                     *       "retention": {
                     *         "class": "book",
                     *         "startsOn": "2026-03-31",
                     *         "deletableFrom": "2036-01-01",
                     *         "legalHold": false,
                     *         "legalHoldReason": "…"
                     *       },
                     *       "duplicateUpload": false,
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "number": "E-2026-000123",
                     *       "kind": "correction",
                     *       "state": "decided",
                     *       "channel": "api",
                     *       "fileName": "rechnung-4711.xml",
                     *       "fileKind": "hybrid-pdf",
                     *       "receivedAt": "2026-03-31T09:15:00.000000Z",
                     *       "receivedByName": "…",
                     *       "sender": "…",
                     *       "partOf": null,
                     *       "department": null,
                     *       "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "supplierName": "…",
                     *       "invoiceNo": null,
                     *       "issueDate": "2026-03-31",
                     *       "dueOn": "2026-03-31",
                     *       "discountOn": "2026-03-31",
                     *       "currency": "EUR",
                     *       "net": "1000.00",
                     *       "tax": "190.00",
                     *       "gross": "1190.00",
                     *       "payable": "1190.00",
                     *       "decision": null,
                     *       "legalClass": null,
                     *       "errors": 1,
                     *       "warnings": 1,
                     *       "alarms": [
                     *         "DuplicateAmount"
                     *       ],
                     *       "duplicateOf": null,
                     *       "corrects": null,
                     *       "step": null,
                     *       "stepSince": null,
                     *       "stepDue": "2026-04-10",
                     *       "assignees": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "name": "Ada Alster"
                     *         }
                     *       ],
                     *       "text": "Grundsteuer B, I. Quartal",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Document"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Invoicing_list: {
        parameters: {
            query?: {
                after?: string;
                /** @description Only the invoice behind this entry of the journal. */
                entry?: string;
                limit?: number;
                /** @description Id of a partner. */
                partner?: string;
                /** @description Part of the number or of the partner's name. */
                q?: string;
                state?: "cancelled" | "draft" | "issued";
            };
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "kind": "correction",
                     *           "state": "cancelled",
                     *           "number": "1811",
                     *           "partner": {
                     *             "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *             "number": "1811",
                     *             "name": "Gemeinde Ahlenbrück"
                     *           },
                     *           "issueDate": "2026-03-31",
                     *           "dueOn": "2026-03-31",
                     *           "net": "…",
                     *           "tax": "…",
                     *           "gross": "…",
                     *           "open": null,
                     *           "draftedBy": "…",
                     *           "changedAt": "2026-03-31T09:15:00.000000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["OutgoingInvoiceList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Invoicing_draft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "serviceFrom": "2026-12-31",
                 *       "serviceTo": "2026-12-31",
                 *       "dueOn": "2026-12-31",
                 *       "kind": "correction",
                 *       "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                 *       "closing": "1234.50",
                 *       "claimsAccount": "171201",
                 *       "lines": [
                 *         {
                 *           "serviceFrom": "2026-12-31",
                 *           "serviceTo": "2026-12-31",
                 *           "text": "Miete Ladenlokal Marktplatz 3",
                 *           "quantity": "1",
                 *           "unit": "MON",
                 *           "price": "850.00",
                 *           "vat": {
                 *             "category": "AE",
                 *             "rate": "19",
                 *             "reason": "Steuerfrei nach § 4 Nr. 12 Buchst. a UStG"
                 *           },
                 *           "account": "4411",
                 *           "product": "111.01"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["OutgoingInvoiceWish"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "kind": "correction",
                     *       "state": "cancelled",
                     *       "number": "1811",
                     *       "partner": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "number": "1811",
                     *         "name": "Gemeinde Ahlenbrück"
                     *       },
                     *       "issueDate": "2026-03-31",
                     *       "dueOn": "2026-03-31",
                     *       "net": "…",
                     *       "tax": "…",
                     *       "gross": "…",
                     *       "open": null,
                     *       "draftedBy": "…",
                     *       "changedAt": "2026-03-31T09:15:00.000000Z",
                     *       "version": 1,
                     *       "corrects": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "number": "1811"
                     *       },
                     *       "cancelledBy": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "number": "1811"
                     *       },
                     *       "cancelReason": null,
                     *       "bookingDate": "2026-03-31",
                     *       "serviceFrom": "2026-03-31",
                     *       "serviceTo": "2026-03-31",
                     *       "wishedDueOn": "2026-03-31",
                     *       "buyerReference": null,
                     *       "orderReference": null,
                     *       "contractReference": null,
                     *       "buyerAccountingReference": null,
                     *       "method": "direct-debit",
                     *       "mandate": {
                     *         "reference": "M-2021-0456",
                     *         "iban": "DE75512108001245126199"
                     *       },
                     *       "bankAccountId": null,
                     *       "skonto": [
                     *         {
                     *           "days": 14,
                     *           "percent": "2.00"
                     *         }
                     *       ],
                     *       "introduction": null,
                     *       "closing": "1234.50",
                     *       "claimsAccount": null,
                     *       "lines": [
                     *         {
                     *           "serviceFrom": "2026-12-31",
                     *           "serviceTo": "2026-12-31",
                     *           "text": "Miete Ladenlokal Marktplatz 3",
                     *           "description": null,
                     *           "quantity": "1",
                     *           "unit": "MON",
                     *           "price": "850.00",
                     *           "vat": {
                     *             "category": "AE",
                     *             "rate": "19",
                     *             "reason": "Steuerfrei nach § 4 Nr. 12 Buchst. a UStG"
                     *           },
                     *           "account": "4411",
                     *           "product": "111.01",
                     *           "costCentre": null,
                     *           "net": "…"
                     *         }
                     *       ],
                     *       "vat": [
                     *         {
                     *           "category": "AE",
                     *           "rate": "…",
                     *           "net": "…",
                     *           "tax": "…",
                     *           "reason": "doppelt erfasst"
                     *         }
                     *       ],
                     *       "entryId": null,
                     *       "openItem": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "no": 1,
                     *         "open": "…"
                     *       },
                     *       "draftedAt": "2026-03-31T09:15:00.000000Z",
                     *       "issuedBy": null,
                     *       "issuedAt": "2026-03-31T09:15:00.000000Z",
                     *       "files": [
                     *         {
                     *           "kind": "cii",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "size": 1,
                     *           "sha256": "…"
                     *         }
                     *       ],
                     *       "missing": [
                     *         {
                     *           "pointer": "/lines/0/account",
                     *           "rule": "AccountLocked",
                     *           "message": "Das Konto 5431 ist gesperrt."
                     *         }
                     *       ],
                     *       "mayIssue": false
                     *     }
                     */
                    "application/json": components["schemas"]["OutgoingInvoice"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Invoicing_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "kind": "correction",
                     *       "state": "cancelled",
                     *       "number": "1811",
                     *       "partner": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "number": "1811",
                     *         "name": "Gemeinde Ahlenbrück"
                     *       },
                     *       "issueDate": "2026-03-31",
                     *       "dueOn": "2026-03-31",
                     *       "net": "…",
                     *       "tax": "…",
                     *       "gross": "…",
                     *       "open": null,
                     *       "draftedBy": "…",
                     *       "changedAt": "2026-03-31T09:15:00.000000Z",
                     *       "version": 1,
                     *       "corrects": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "number": "1811"
                     *       },
                     *       "cancelledBy": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "number": "1811"
                     *       },
                     *       "cancelReason": null,
                     *       "bookingDate": "2026-03-31",
                     *       "serviceFrom": "2026-03-31",
                     *       "serviceTo": "2026-03-31",
                     *       "wishedDueOn": "2026-03-31",
                     *       "buyerReference": null,
                     *       "orderReference": null,
                     *       "contractReference": null,
                     *       "buyerAccountingReference": null,
                     *       "method": "direct-debit",
                     *       "mandate": {
                     *         "reference": "M-2021-0456",
                     *         "iban": "DE75512108001245126199"
                     *       },
                     *       "bankAccountId": null,
                     *       "skonto": [
                     *         {
                     *           "days": 14,
                     *           "percent": "2.00"
                     *         }
                     *       ],
                     *       "introduction": null,
                     *       "closing": "1234.50",
                     *       "claimsAccount": null,
                     *       "lines": [
                     *         {
                     *           "serviceFrom": "2026-12-31",
                     *           "serviceTo": "2026-12-31",
                     *           "text": "Miete Ladenlokal Marktplatz 3",
                     *           "description": null,
                     *           "quantity": "1",
                     *           "unit": "MON",
                     *           "price": "850.00",
                     *           "vat": {
                     *             "category": "AE",
                     *             "rate": "19",
                     *             "reason": "Steuerfrei nach § 4 Nr. 12 Buchst. a UStG"
                     *           },
                     *           "account": "4411",
                     *           "product": "111.01",
                     *           "costCentre": null,
                     *           "net": "…"
                     *         }
                     *       ],
                     *       "vat": [
                     *         {
                     *           "category": "AE",
                     *           "rate": "…",
                     *           "net": "…",
                     *           "tax": "…",
                     *           "reason": "doppelt erfasst"
                     *         }
                     *       ],
                     *       "entryId": null,
                     *       "openItem": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "no": 1,
                     *         "open": "…"
                     *       },
                     *       "draftedAt": "2026-03-31T09:15:00.000000Z",
                     *       "issuedBy": null,
                     *       "issuedAt": "2026-03-31T09:15:00.000000Z",
                     *       "files": [
                     *         {
                     *           "kind": "cii",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "size": 1,
                     *           "sha256": "…"
                     *         }
                     *       ],
                     *       "missing": [
                     *         {
                     *           "pointer": "/lines/0/account",
                     *           "rule": "AccountLocked",
                     *           "message": "Das Konto 5431 ist gesperrt."
                     *         }
                     *       ],
                     *       "mayIssue": false
                     *     }
                     */
                    "application/json": components["schemas"]["OutgoingInvoice"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Invoicing_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "serviceFrom": "2026-12-31",
                 *       "serviceTo": "2026-12-31",
                 *       "dueOn": "2026-12-31",
                 *       "kind": "correction",
                 *       "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                 *       "closing": "1234.50",
                 *       "claimsAccount": "171201",
                 *       "lines": [
                 *         {
                 *           "serviceFrom": "2026-12-31",
                 *           "serviceTo": "2026-12-31",
                 *           "text": "Miete Ladenlokal Marktplatz 3",
                 *           "quantity": "1",
                 *           "unit": "MON",
                 *           "price": "850.00",
                 *           "vat": {
                 *             "category": "AE",
                 *             "rate": "19",
                 *             "reason": "Steuerfrei nach § 4 Nr. 12 Buchst. a UStG"
                 *           },
                 *           "account": "4411",
                 *           "product": "111.01"
                 *         }
                 *       ],
                 *       "version": 1
                 *     }
                 */
                "application/json": components["schemas"]["OutgoingInvoiceChange"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "kind": "correction",
                     *       "state": "cancelled",
                     *       "number": "1811",
                     *       "partner": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "number": "1811",
                     *         "name": "Gemeinde Ahlenbrück"
                     *       },
                     *       "issueDate": "2026-03-31",
                     *       "dueOn": "2026-03-31",
                     *       "net": "…",
                     *       "tax": "…",
                     *       "gross": "…",
                     *       "open": null,
                     *       "draftedBy": "…",
                     *       "changedAt": "2026-03-31T09:15:00.000000Z",
                     *       "version": 1,
                     *       "corrects": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "number": "1811"
                     *       },
                     *       "cancelledBy": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "number": "1811"
                     *       },
                     *       "cancelReason": null,
                     *       "bookingDate": "2026-03-31",
                     *       "serviceFrom": "2026-03-31",
                     *       "serviceTo": "2026-03-31",
                     *       "wishedDueOn": "2026-03-31",
                     *       "buyerReference": null,
                     *       "orderReference": null,
                     *       "contractReference": null,
                     *       "buyerAccountingReference": null,
                     *       "method": "direct-debit",
                     *       "mandate": {
                     *         "reference": "M-2021-0456",
                     *         "iban": "DE75512108001245126199"
                     *       },
                     *       "bankAccountId": null,
                     *       "skonto": [
                     *         {
                     *           "days": 14,
                     *           "percent": "2.00"
                     *         }
                     *       ],
                     *       "introduction": null,
                     *       "closing": "1234.50",
                     *       "claimsAccount": null,
                     *       "lines": [
                     *         {
                     *           "serviceFrom": "2026-12-31",
                     *           "serviceTo": "2026-12-31",
                     *           "text": "Miete Ladenlokal Marktplatz 3",
                     *           "description": null,
                     *           "quantity": "1",
                     *           "unit": "MON",
                     *           "price": "850.00",
                     *           "vat": {
                     *             "category": "AE",
                     *             "rate": "19",
                     *             "reason": "Steuerfrei nach § 4 Nr. 12 Buchst. a UStG"
                     *           },
                     *           "account": "4411",
                     *           "product": "111.01",
                     *           "costCentre": null,
                     *           "net": "…"
                     *         }
                     *       ],
                     *       "vat": [
                     *         {
                     *           "category": "AE",
                     *           "rate": "…",
                     *           "net": "…",
                     *           "tax": "…",
                     *           "reason": "doppelt erfasst"
                     *         }
                     *       ],
                     *       "entryId": null,
                     *       "openItem": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "no": 1,
                     *         "open": "…"
                     *       },
                     *       "draftedAt": "2026-03-31T09:15:00.000000Z",
                     *       "issuedBy": null,
                     *       "issuedAt": "2026-03-31T09:15:00.000000Z",
                     *       "files": [
                     *         {
                     *           "kind": "cii",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "size": 1,
                     *           "sha256": "…"
                     *         }
                     *       ],
                     *       "missing": [
                     *         {
                     *           "pointer": "/lines/0/account",
                     *           "rule": "AccountLocked",
                     *           "message": "Das Konto 5431 ist gesperrt."
                     *         }
                     *       ],
                     *       "mayIssue": false
                     *     }
                     */
                    "application/json": components["schemas"]["OutgoingInvoice"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Invoicing_remove: {
        parameters: {
            query: {
                /** @description The version that was read. */
                version: number;
            };
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to say. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Invoicing_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "bookingDate": "2026-12-31",
                 *       "version": 1,
                 *       "reason": "Leistung wurde nicht erbracht"
                 *     }
                 */
                "application/json": components["schemas"]["Cancellation"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "kind": "correction",
                     *       "state": "cancelled",
                     *       "number": "1811",
                     *       "partner": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "number": "1811",
                     *         "name": "Gemeinde Ahlenbrück"
                     *       },
                     *       "issueDate": "2026-03-31",
                     *       "dueOn": "2026-03-31",
                     *       "net": "…",
                     *       "tax": "…",
                     *       "gross": "…",
                     *       "open": null,
                     *       "draftedBy": "…",
                     *       "changedAt": "2026-03-31T09:15:00.000000Z",
                     *       "version": 1,
                     *       "corrects": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "number": "1811"
                     *       },
                     *       "cancelledBy": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "number": "1811"
                     *       },
                     *       "cancelReason": null,
                     *       "bookingDate": "2026-03-31",
                     *       "serviceFrom": "2026-03-31",
                     *       "serviceTo": "2026-03-31",
                     *       "wishedDueOn": "2026-03-31",
                     *       "buyerReference": null,
                     *       "orderReference": null,
                     *       "contractReference": null,
                     *       "buyerAccountingReference": null,
                     *       "method": "direct-debit",
                     *       "mandate": {
                     *         "reference": "M-2021-0456",
                     *         "iban": "DE75512108001245126199"
                     *       },
                     *       "bankAccountId": null,
                     *       "skonto": [
                     *         {
                     *           "days": 14,
                     *           "percent": "2.00"
                     *         }
                     *       ],
                     *       "introduction": null,
                     *       "closing": "1234.50",
                     *       "claimsAccount": null,
                     *       "lines": [
                     *         {
                     *           "serviceFrom": "2026-12-31",
                     *           "serviceTo": "2026-12-31",
                     *           "text": "Miete Ladenlokal Marktplatz 3",
                     *           "description": null,
                     *           "quantity": "1",
                     *           "unit": "MON",
                     *           "price": "850.00",
                     *           "vat": {
                     *             "category": "AE",
                     *             "rate": "19",
                     *             "reason": "Steuerfrei nach § 4 Nr. 12 Buchst. a UStG"
                     *           },
                     *           "account": "4411",
                     *           "product": "111.01",
                     *           "costCentre": null,
                     *           "net": "…"
                     *         }
                     *       ],
                     *       "vat": [
                     *         {
                     *           "category": "AE",
                     *           "rate": "…",
                     *           "net": "…",
                     *           "tax": "…",
                     *           "reason": "doppelt erfasst"
                     *         }
                     *       ],
                     *       "entryId": null,
                     *       "openItem": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "no": 1,
                     *         "open": "…"
                     *       },
                     *       "draftedAt": "2026-03-31T09:15:00.000000Z",
                     *       "issuedBy": null,
                     *       "issuedAt": "2026-03-31T09:15:00.000000Z",
                     *       "files": [
                     *         {
                     *           "kind": "cii",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "size": 1,
                     *           "sha256": "…"
                     *         }
                     *       ],
                     *       "missing": [
                     *         {
                     *           "pointer": "/lines/0/account",
                     *           "rule": "AccountLocked",
                     *           "message": "Das Konto 5431 ist gesperrt."
                     *         }
                     *       ],
                     *       "mayIssue": false
                     *     }
                     */
                    "application/json": components["schemas"]["OutgoingInvoice"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Invoicing_cii: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Invoicing_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Invoicing_issue: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "bookingDate": "2026-12-31",
                 *       "version": 1
                 *     }
                 */
                "application/json": components["schemas"]["Issue"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "kind": "correction",
                     *       "state": "cancelled",
                     *       "number": "1811",
                     *       "partner": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "number": "1811",
                     *         "name": "Gemeinde Ahlenbrück"
                     *       },
                     *       "issueDate": "2026-03-31",
                     *       "dueOn": "2026-03-31",
                     *       "net": "…",
                     *       "tax": "…",
                     *       "gross": "…",
                     *       "open": null,
                     *       "draftedBy": "…",
                     *       "changedAt": "2026-03-31T09:15:00.000000Z",
                     *       "version": 1,
                     *       "corrects": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "number": "1811"
                     *       },
                     *       "cancelledBy": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "number": "1811"
                     *       },
                     *       "cancelReason": null,
                     *       "bookingDate": "2026-03-31",
                     *       "serviceFrom": "2026-03-31",
                     *       "serviceTo": "2026-03-31",
                     *       "wishedDueOn": "2026-03-31",
                     *       "buyerReference": null,
                     *       "orderReference": null,
                     *       "contractReference": null,
                     *       "buyerAccountingReference": null,
                     *       "method": "direct-debit",
                     *       "mandate": {
                     *         "reference": "M-2021-0456",
                     *         "iban": "DE75512108001245126199"
                     *       },
                     *       "bankAccountId": null,
                     *       "skonto": [
                     *         {
                     *           "days": 14,
                     *           "percent": "2.00"
                     *         }
                     *       ],
                     *       "introduction": null,
                     *       "closing": "1234.50",
                     *       "claimsAccount": null,
                     *       "lines": [
                     *         {
                     *           "serviceFrom": "2026-12-31",
                     *           "serviceTo": "2026-12-31",
                     *           "text": "Miete Ladenlokal Marktplatz 3",
                     *           "description": null,
                     *           "quantity": "1",
                     *           "unit": "MON",
                     *           "price": "850.00",
                     *           "vat": {
                     *             "category": "AE",
                     *             "rate": "19",
                     *             "reason": "Steuerfrei nach § 4 Nr. 12 Buchst. a UStG"
                     *           },
                     *           "account": "4411",
                     *           "product": "111.01",
                     *           "costCentre": null,
                     *           "net": "…"
                     *         }
                     *       ],
                     *       "vat": [
                     *         {
                     *           "category": "AE",
                     *           "rate": "…",
                     *           "net": "…",
                     *           "tax": "…",
                     *           "reason": "doppelt erfasst"
                     *         }
                     *       ],
                     *       "entryId": null,
                     *       "openItem": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "no": 1,
                     *         "open": "…"
                     *       },
                     *       "draftedAt": "2026-03-31T09:15:00.000000Z",
                     *       "issuedBy": null,
                     *       "issuedAt": "2026-03-31T09:15:00.000000Z",
                     *       "files": [
                     *         {
                     *           "kind": "cii",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "size": 1,
                     *           "sha256": "…"
                     *         }
                     *       ],
                     *       "missing": [
                     *         {
                     *           "pointer": "/lines/0/account",
                     *           "rule": "AccountLocked",
                     *           "message": "Das Konto 5431 ist gesperrt."
                     *         }
                     *       ],
                     *       "mayIssue": false
                     *     }
                     */
                    "application/json": components["schemas"]["OutgoingInvoice"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Invoicing_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Invoicing_ubl: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    OpenItems_ownMatters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "person": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "personName": "…",
                     *           "partner": {
                     *             "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *             "number": "P000123",
                     *             "name": "Baustoffe Erlengrund GmbH",
                     *             "paymentBlock": null
                     *           },
                     *           "kind": "other",
                     *           "note": "Beleg fehlt noch",
                     *           "declaredBy": "Ludwig Leine",
                     *           "declaredAt": "2026-03-31T09:15:00.000000Z",
                     *           "endedAt": "2026-03-31T09:15:00.000000Z",
                     *           "endedBy": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OwnMatterList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    OpenItems_declare: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "person": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                 *       "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                 *       "kind": "other"
                 *     }
                 */
                "application/json": components["schemas"]["NewOwnMatter"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "person": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "personName": "…",
                     *       "partner": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "number": "P000123",
                     *         "name": "Baustoffe Erlengrund GmbH",
                     *         "paymentBlock": null
                     *       },
                     *       "kind": "other",
                     *       "note": "Beleg fehlt noch",
                     *       "declaredBy": "Ludwig Leine",
                     *       "declaredAt": "2026-03-31T09:15:00.000000Z",
                     *       "endedAt": "2026-03-31T09:15:00.000000Z",
                     *       "endedBy": null
                     *     }
                     */
                    "application/json": components["schemas"]["OwnMatter"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    OpenItems_end: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "person": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                 *       "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10"
                 *     }
                 */
                "application/json": components["schemas"]["OwnMatterEnding"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "person": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "personName": "…",
                     *       "partner": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "number": "P000123",
                     *         "name": "Baustoffe Erlengrund GmbH",
                     *         "paymentBlock": null
                     *       },
                     *       "kind": "other",
                     *       "note": "Beleg fehlt noch",
                     *       "declaredBy": "Ludwig Leine",
                     *       "declaredAt": "2026-03-31T09:15:00.000000Z",
                     *       "endedAt": "2026-03-31T09:15:00.000000Z",
                     *       "endedBy": null
                     *     }
                     */
                    "application/json": components["schemas"]["OwnMatter"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Partners_list: {
        parameters: {
            query?: {
                /** @description Only partners in use (`true`) or only those laid aside. */
                active?: boolean;
                /** @description The `next` of the page before; only without `q`. */
                after?: string;
                kind?: "company" | "employee" | "person" | "public-body";
                /** @description Items per page, at most 500. */
                limit?: number;
                /** @description Words of the name, a partner number, VAT id, tax number or IBAN; best first. */
                q?: string;
            };
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "city": "…",
                     *           "iban": "DE02120300000000202051",
                     *           "balance": "1234.50",
                     *           "bankAccountProposed": false,
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "number": "P000123",
                     *           "formerNumber": "70001",
                     *           "kind": "company",
                     *           "name": "Baustoffe Erlengrund GmbH",
                     *           "tradingName": null,
                     *           "vatId": null,
                     *           "taxNumber": null,
                     *           "registerId": null,
                     *           "supplierNumber": null,
                     *           "leitwegId": null,
                     *           "endpointScheme": null,
                     *           "endpoint": null,
                     *           "email": "kaemmerei@ahlenbrueck.example",
                     *           "phone": null,
                     *           "language": "de",
                     *           "paymentTermDays": null,
                     *           "paymentBlock": null,
                     *           "note": "Beleg fehlt noch",
                     *           "active": false,
                     *           "userId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "version": 1,
                     *           "createdAt": "2026-03-31T09:15:00.000000Z",
                     *           "createdBy": "…",
                     *           "changedAt": "2026-03-31T09:15:00.000000Z",
                     *           "changedBy": "…"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["PartnerList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Partners_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "company",
                 *       "name": "Baustoffe Erlengrund GmbH",
                 *       "tradingName": "Erlengrund Baumarkt",
                 *       "vatId": "DE123456789",
                 *       "taxNumber": "205/5801/1234",
                 *       "registerId": "HRB 12345",
                 *       "supplierNumber": "L-4711",
                 *       "leitwegId": "05315-12001-34",
                 *       "endpointScheme": "EM",
                 *       "endpoint": "rechnung@erlengrund.example",
                 *       "phone": "02233 900-0",
                 *       "paymentTermDays": 30,
                 *       "paymentBlock": "Pfändung liegt vor"
                 *     }
                 */
                "application/json": components["schemas"]["NewPartner"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "address": {
                     *         "no": 1,
                     *         "street": "…",
                     *         "addition": "…",
                     *         "postalCode": "…",
                     *         "city": "…",
                     *         "country": "DE",
                     *         "validFrom": "2026-03-31",
                     *         "recordedAt": "2026-03-31T09:15:00.000000Z",
                     *         "recordedBy": "…"
                     *       },
                     *       "addresses": [
                     *         {
                     *           "no": 1,
                     *           "street": "…",
                     *           "addition": "…",
                     *           "postalCode": "…",
                     *           "city": "…",
                     *           "country": "DE",
                     *           "validFrom": "2026-03-31",
                     *           "recordedAt": "2026-03-31T09:15:00.000000Z",
                     *           "recordedBy": "…"
                     *         }
                     *       ],
                     *       "bankAccounts": [
                     *         {
                     *           "no": 1,
                     *           "iban": "DE02120300000000202051",
                     *           "bic": "BYLADEM1001",
                     *           "holder": "…",
                     *           "state": "confirmed",
                     *           "source": "§ 36 Abs. 3 KomHVO NRW",
                     *           "proposedBy": {
                     *             "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *             "name": "Gemeinde Ahlenbrück"
                     *           },
                     *           "proposedAt": "2026-03-31T09:15:00.000000Z",
                     *           "decidedBy": {
                     *             "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *             "name": "Gemeinde Ahlenbrück"
                     *           },
                     *           "decidedAt": "2026-03-31T09:15:00.000000Z",
                     *           "endedBy": {
                     *             "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *             "name": "Gemeinde Ahlenbrück"
                     *           },
                     *           "endedAt": "2026-03-31T09:15:00.000000Z",
                     *           "note": "Beleg fehlt noch",
                     *           "sharedWith": []
                     *         }
                     *       ],
                     *       "mandates": [
                     *         {
                     *           "reference": "ALT-2019/0815",
                     *           "kind": "b2b",
                     *           "sequence": "one-off",
                     *           "signedOn": "2026-03-31",
                     *           "lastUsedOn": "2026-03-31",
                     *           "state": "active",
                     *           "bankAccountNo": 1,
                     *           "iban": "DE02120300000000202051"
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "before": "alt",
                     *           "after": "neu",
                     *           "at": "2026-03-31T09:15:00.000000Z",
                     *           "by": "…",
                     *           "field": "name"
                     *         }
                     *       ],
                     *       "liabilities": "…",
                     *       "claims": "…",
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "number": "P000123",
                     *       "formerNumber": "70001",
                     *       "kind": "company",
                     *       "name": "Baustoffe Erlengrund GmbH",
                     *       "tradingName": null,
                     *       "vatId": null,
                     *       "taxNumber": null,
                     *       "registerId": null,
                     *       "supplierNumber": null,
                     *       "leitwegId": null,
                     *       "endpointScheme": null,
                     *       "endpoint": null,
                     *       "email": "kaemmerei@ahlenbrueck.example",
                     *       "phone": null,
                     *       "language": "de",
                     *       "paymentTermDays": null,
                     *       "paymentBlock": null,
                     *       "note": "Beleg fehlt noch",
                     *       "active": false,
                     *       "userId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "version": 1,
                     *       "createdAt": "2026-03-31T09:15:00.000000Z",
                     *       "createdBy": "…",
                     *       "changedAt": "2026-03-31T09:15:00.000000Z",
                     *       "changedBy": "…"
                     *     }
                     */
                    "application/json": components["schemas"]["Partner"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Partners_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "address": {
                     *         "no": 1,
                     *         "street": "…",
                     *         "addition": "…",
                     *         "postalCode": "…",
                     *         "city": "…",
                     *         "country": "DE",
                     *         "validFrom": "2026-03-31",
                     *         "recordedAt": "2026-03-31T09:15:00.000000Z",
                     *         "recordedBy": "…"
                     *       },
                     *       "addresses": [
                     *         {
                     *           "no": 1,
                     *           "street": "…",
                     *           "addition": "…",
                     *           "postalCode": "…",
                     *           "city": "…",
                     *           "country": "DE",
                     *           "validFrom": "2026-03-31",
                     *           "recordedAt": "2026-03-31T09:15:00.000000Z",
                     *           "recordedBy": "…"
                     *         }
                     *       ],
                     *       "bankAccounts": [
                     *         {
                     *           "no": 1,
                     *           "iban": "DE02120300000000202051",
                     *           "bic": "BYLADEM1001",
                     *           "holder": "…",
                     *           "state": "confirmed",
                     *           "source": "§ 36 Abs. 3 KomHVO NRW",
                     *           "proposedBy": {
                     *             "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *             "name": "Gemeinde Ahlenbrück"
                     *           },
                     *           "proposedAt": "2026-03-31T09:15:00.000000Z",
                     *           "decidedBy": {
                     *             "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *             "name": "Gemeinde Ahlenbrück"
                     *           },
                     *           "decidedAt": "2026-03-31T09:15:00.000000Z",
                     *           "endedBy": {
                     *             "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *             "name": "Gemeinde Ahlenbrück"
                     *           },
                     *           "endedAt": "2026-03-31T09:15:00.000000Z",
                     *           "note": "Beleg fehlt noch",
                     *           "sharedWith": []
                     *         }
                     *       ],
                     *       "mandates": [
                     *         {
                     *           "reference": "ALT-2019/0815",
                     *           "kind": "b2b",
                     *           "sequence": "one-off",
                     *           "signedOn": "2026-03-31",
                     *           "lastUsedOn": "2026-03-31",
                     *           "state": "active",
                     *           "bankAccountNo": 1,
                     *           "iban": "DE02120300000000202051"
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "before": "alt",
                     *           "after": "neu",
                     *           "at": "2026-03-31T09:15:00.000000Z",
                     *           "by": "…",
                     *           "field": "name"
                     *         }
                     *       ],
                     *       "liabilities": "…",
                     *       "claims": "…",
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "number": "P000123",
                     *       "formerNumber": "70001",
                     *       "kind": "company",
                     *       "name": "Baustoffe Erlengrund GmbH",
                     *       "tradingName": null,
                     *       "vatId": null,
                     *       "taxNumber": null,
                     *       "registerId": null,
                     *       "supplierNumber": null,
                     *       "leitwegId": null,
                     *       "endpointScheme": null,
                     *       "endpoint": null,
                     *       "email": "kaemmerei@ahlenbrueck.example",
                     *       "phone": null,
                     *       "language": "de",
                     *       "paymentTermDays": null,
                     *       "paymentBlock": null,
                     *       "note": "Beleg fehlt noch",
                     *       "active": false,
                     *       "userId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "version": 1,
                     *       "createdAt": "2026-03-31T09:15:00.000000Z",
                     *       "createdBy": "…",
                     *       "changedAt": "2026-03-31T09:15:00.000000Z",
                     *       "changedBy": "…"
                     *     }
                     */
                    "application/json": components["schemas"]["Partner"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Partners_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "tradingName": "Erlengrund Baumarkt",
                 *       "vatId": "DE123456789",
                 *       "taxNumber": "205/5801/1234",
                 *       "registerId": "HRB 12345",
                 *       "supplierNumber": "L-4711",
                 *       "leitwegId": "05315-12001-34",
                 *       "endpointScheme": "EM",
                 *       "endpoint": "rechnung@erlengrund.example",
                 *       "phone": "02233 900-0",
                 *       "paymentTermDays": 30,
                 *       "paymentBlock": "Pfändung liegt vor"
                 *     }
                 */
                "application/json": components["schemas"]["PartnerChangeWish"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "address": {
                     *         "no": 1,
                     *         "street": "…",
                     *         "addition": "…",
                     *         "postalCode": "…",
                     *         "city": "…",
                     *         "country": "DE",
                     *         "validFrom": "2026-03-31",
                     *         "recordedAt": "2026-03-31T09:15:00.000000Z",
                     *         "recordedBy": "…"
                     *       },
                     *       "addresses": [
                     *         {
                     *           "no": 1,
                     *           "street": "…",
                     *           "addition": "…",
                     *           "postalCode": "…",
                     *           "city": "…",
                     *           "country": "DE",
                     *           "validFrom": "2026-03-31",
                     *           "recordedAt": "2026-03-31T09:15:00.000000Z",
                     *           "recordedBy": "…"
                     *         }
                     *       ],
                     *       "bankAccounts": [
                     *         {
                     *           "no": 1,
                     *           "iban": "DE02120300000000202051",
                     *           "bic": "BYLADEM1001",
                     *           "holder": "…",
                     *           "state": "confirmed",
                     *           "source": "§ 36 Abs. 3 KomHVO NRW",
                     *           "proposedBy": {
                     *             "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *             "name": "Gemeinde Ahlenbrück"
                     *           },
                     *           "proposedAt": "2026-03-31T09:15:00.000000Z",
                     *           "decidedBy": {
                     *             "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *             "name": "Gemeinde Ahlenbrück"
                     *           },
                     *           "decidedAt": "2026-03-31T09:15:00.000000Z",
                     *           "endedBy": {
                     *             "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *             "name": "Gemeinde Ahlenbrück"
                     *           },
                     *           "endedAt": "2026-03-31T09:15:00.000000Z",
                     *           "note": "Beleg fehlt noch",
                     *           "sharedWith": []
                     *         }
                     *       ],
                     *       "mandates": [
                     *         {
                     *           "reference": "ALT-2019/0815",
                     *           "kind": "b2b",
                     *           "sequence": "one-off",
                     *           "signedOn": "2026-03-31",
                     *           "lastUsedOn": "2026-03-31",
                     *           "state": "active",
                     *           "bankAccountNo": 1,
                     *           "iban": "DE02120300000000202051"
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "before": "alt",
                     *           "after": "neu",
                     *           "at": "2026-03-31T09:15:00.000000Z",
                     *           "by": "…",
                     *           "field": "name"
                     *         }
                     *       ],
                     *       "liabilities": "…",
                     *       "claims": "…",
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "number": "P000123",
                     *       "formerNumber": "70001",
                     *       "kind": "company",
                     *       "name": "Baustoffe Erlengrund GmbH",
                     *       "tradingName": null,
                     *       "vatId": null,
                     *       "taxNumber": null,
                     *       "registerId": null,
                     *       "supplierNumber": null,
                     *       "leitwegId": null,
                     *       "endpointScheme": null,
                     *       "endpoint": null,
                     *       "email": "kaemmerei@ahlenbrueck.example",
                     *       "phone": null,
                     *       "language": "de",
                     *       "paymentTermDays": null,
                     *       "paymentBlock": null,
                     *       "note": "Beleg fehlt noch",
                     *       "active": false,
                     *       "userId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "version": 1,
                     *       "createdAt": "2026-03-31T09:15:00.000000Z",
                     *       "createdBy": "…",
                     *       "changedAt": "2026-03-31T09:15:00.000000Z",
                     *       "changedBy": "…"
                     *     }
                     */
                    "application/json": components["schemas"]["Partner"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    OpenItems_statement: {
        parameters: {
            query?: {
                /** @description Booking date up to which entries count. */
                asOf?: string;
                format?: "csv" | "json";
                /** @description First booking date; earlier ones are the opening balance. */
                from?: string;
                /** @description The latest so many movements, at most 2000. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "partner": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "number": "P000123",
                     *         "name": "Baustoffe Erlengrund GmbH",
                     *         "paymentBlock": null
                     *       },
                     *       "from": "2026-03-31",
                     *       "asOf": "2026-03-31",
                     *       "opening": "1234.50",
                     *       "items": [
                     *         {
                     *           "entryId": "2026-17",
                     *           "bookingDate": "2026-03-31",
                     *           "text": "Grundsteuer B, I. Quartal",
                     *           "reference": "GRD-2026-0411",
                     *           "account": "1811",
                     *           "itemId": "…",
                     *           "itemNo": 1,
                     *           "debit": "1234.50",
                     *           "credit": "1234.50",
                     *           "balance": "1234.50"
                     *         }
                     *       ],
                     *       "omitted": 1,
                     *       "closing": "1234.50",
                     *       "openItems": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "no": 1,
                     *           "kind": "claim",
                     *           "partner": {
                     *             "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *             "number": "P000123",
                     *             "name": "Baustoffe Erlengrund GmbH",
                     *             "paymentBlock": null
                     *           },
                     *           "account": "351101",
                     *           "amount": "1234.50",
                     *           "open": "1234.50",
                     *           "state": "open",
                     *           "documentId": null,
                     *           "reference": "RE-2026-815",
                     *           "text": "Grundsteuer B, I. Quartal",
                     *           "raisedOn": "2026-03-31",
                     *           "dueOn": "2026-03-31",
                     *           "discountOn": "2026-03-31",
                     *           "discountAmount": null,
                     *           "method": "clearing",
                     *           "bankAccountNo": null,
                     *           "iban": "DE02120300000000202051",
                     *           "bic": "BYLADEM1001",
                     *           "holder": null,
                     *           "paymentBlock": null,
                     *           "retention": false,
                     *           "entryId": "2026-17",
                     *           "version": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PartnerStatement"];
                    "text/csv": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Partners_addAddress: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "validFrom": "2026-12-31",
                 *       "street": "Am Markt 3",
                 *       "addition": "Hinterhaus",
                 *       "postalCode": "50999",
                 *       "city": "Ahlenbrück",
                 *       "country": "DE"
                 *     }
                 */
                "application/json": components["schemas"]["NewPartnerAddress"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "no": 1,
                     *       "street": "…",
                     *       "addition": "…",
                     *       "postalCode": "…",
                     *       "city": "…",
                     *       "country": "DE",
                     *       "validFrom": "2026-03-31",
                     *       "recordedAt": "2026-03-31T09:15:00.000000Z",
                     *       "recordedBy": "…"
                     *     }
                     */
                    "application/json": components["schemas"]["PartnerAddress"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Partners_proposeBankAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "iban": "DE02 1203 0000 0000 2020 51",
                 *       "bic": "BYLADEM1001",
                 *       "holder": "Baustoffe Erlengrund GmbH",
                 *       "source": "Rechnung RE-2026-0815"
                 *     }
                 */
                "application/json": components["schemas"]["NewPartnerBankAccount"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "no": 1,
                     *       "iban": "DE02120300000000202051",
                     *       "bic": "BYLADEM1001",
                     *       "holder": "…",
                     *       "state": "confirmed",
                     *       "source": "§ 36 Abs. 3 KomHVO NRW",
                     *       "proposedBy": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "name": "Gemeinde Ahlenbrück"
                     *       },
                     *       "proposedAt": "2026-03-31T09:15:00.000000Z",
                     *       "decidedBy": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "name": "Gemeinde Ahlenbrück"
                     *       },
                     *       "decidedAt": "2026-03-31T09:15:00.000000Z",
                     *       "endedBy": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "name": "Gemeinde Ahlenbrück"
                     *       },
                     *       "endedAt": "2026-03-31T09:15:00.000000Z",
                     *       "note": "Beleg fehlt noch",
                     *       "sharedWith": []
                     *     }
                     */
                    "application/json": components["schemas"]["PartnerBankAccount"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Partners_decide: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                no: number;
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "confirm": false,
                 *       "note": "Rückruf unter der bekannten Nummer"
                 *     }
                 */
                "application/json": components["schemas"]["BankAccountDecision"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "no": 1,
                     *       "iban": "DE02120300000000202051",
                     *       "bic": "BYLADEM1001",
                     *       "holder": "…",
                     *       "state": "confirmed",
                     *       "source": "§ 36 Abs. 3 KomHVO NRW",
                     *       "proposedBy": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "name": "Gemeinde Ahlenbrück"
                     *       },
                     *       "proposedAt": "2026-03-31T09:15:00.000000Z",
                     *       "decidedBy": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "name": "Gemeinde Ahlenbrück"
                     *       },
                     *       "decidedAt": "2026-03-31T09:15:00.000000Z",
                     *       "endedBy": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "name": "Gemeinde Ahlenbrück"
                     *       },
                     *       "endedAt": "2026-03-31T09:15:00.000000Z",
                     *       "note": "Beleg fehlt noch",
                     *       "sharedWith": []
                     *     }
                     */
                    "application/json": components["schemas"]["PartnerBankAccount"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Partners_end: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                no: number;
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": "Konto laut Schreiben aufgelöst"
                 *     }
                 */
                "application/json": components["schemas"]["BankAccountEnding"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "no": 1,
                     *       "iban": "DE02120300000000202051",
                     *       "bic": "BYLADEM1001",
                     *       "holder": "…",
                     *       "state": "confirmed",
                     *       "source": "§ 36 Abs. 3 KomHVO NRW",
                     *       "proposedBy": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "name": "Gemeinde Ahlenbrück"
                     *       },
                     *       "proposedAt": "2026-03-31T09:15:00.000000Z",
                     *       "decidedBy": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "name": "Gemeinde Ahlenbrück"
                     *       },
                     *       "decidedAt": "2026-03-31T09:15:00.000000Z",
                     *       "endedBy": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "name": "Gemeinde Ahlenbrück"
                     *       },
                     *       "endedAt": "2026-03-31T09:15:00.000000Z",
                     *       "note": "Beleg fehlt noch",
                     *       "sharedWith": []
                     *     }
                     */
                    "application/json": components["schemas"]["PartnerBankAccount"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    MasterData_products: {
        parameters: {
            query?: {
                /** @description The `next` of the page before; only without `q`. */
                after?: string;
                limit?: number;
                /** @description Only products that can (`true`) or cannot be booked on. */
                postable?: boolean;
                /** @description The number or its beginning, or words of the name; upper case, ß and umlauts do not matter. Best first. */
                q?: string;
            };
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "code": "111.01",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "parent": "181",
                     *           "level": "produkt",
                     *           "postable": false,
                     *           "locked": false,
                     *           "origin": "frame",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["ProductList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    MasterData_addProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "541.01",
                 *       "name": "Unterhaltung Gemeindestraßen",
                 *       "parent": "541"
                 *     }
                 */
                "application/json": components["schemas"]["NewProduct"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "111.01",
                     *       "name": "Gemeinde Ahlenbrück",
                     *       "parent": "181",
                     *       "level": "produkt",
                     *       "postable": false,
                     *       "locked": false,
                     *       "origin": "frame",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    MasterData_product: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "111.01",
                     *       "name": "Gemeinde Ahlenbrück",
                     *       "parent": "181",
                     *       "level": "produkt",
                     *       "postable": false,
                     *       "locked": false,
                     *       "origin": "frame",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    MasterData_changeProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": components["schemas"]["ProductChange"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "111.01",
                     *       "name": "Gemeinde Ahlenbrück",
                     *       "parent": "181",
                     *       "level": "produkt",
                     *       "postable": false,
                     *       "locked": false,
                     *       "origin": "frame",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Evidence_prove: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": false,
                     *       "entries": 1,
                     *       "findings": [
                     *         {
                     *           "rule": "AccountLocked",
                     *           "where": "…"
                     *         }
                     *       ],
                     *       "provenAt": "2026-03-31T09:15:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Proof"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Workflow_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "kind": "budget-holder",
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "key": "111",
                     *           "user": {
                     *             "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *             "name": "Ada Alster"
                     *           },
                     *           "validFrom": "2026-03-31",
                     *           "validTo": "2026-03-31",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["ResponsibilityList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Workflow_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "budget-holder",
                 *       "key": "111",
                 *       "userId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                 *       "validFrom": "2026-03-31"
                 *     }
                 */
                "application/json": components["schemas"]["NewResponsibility"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "budget-holder",
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "key": "111",
                     *       "user": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "name": "Ada Alster"
                     *       },
                     *       "validFrom": "2026-03-31",
                     *       "validTo": "2026-03-31",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Responsibility"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Workflow_end: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                responsibilityId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "validTo": "2026-03-31"
                 *     }
                 */
                "application/json": components["schemas"]["ResponsibilityEnding"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "budget-holder",
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "key": "111",
                     *       "user": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "name": "Ada Alster"
                     *       },
                     *       "validFrom": "2026-03-31",
                     *       "validTo": "2026-03-31",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Responsibility"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Routes_routes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "kind": "email",
                     *           "value": "05999002-RE01-26",
                     *           "department": null,
                     *           "note": "Beleg fehlt noch",
                     *           "active": false,
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["RouteList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Routes_newRoute: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "email",
                 *       "value": "05999002-RE01-26",
                 *       "department": "FB3"
                 *     }
                 */
                "application/json": components["schemas"]["NewRoute"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "kind": "email",
                     *       "value": "05999002-RE01-26",
                     *       "department": null,
                     *       "note": "Beleg fehlt noch",
                     *       "active": false,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Route"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Routes_editRoute: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                routeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "department": "FB3",
                 *       "version": 1
                 *     }
                 */
                "application/json": components["schemas"]["RouteChange"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "kind": "email",
                     *       "value": "05999002-RE01-26",
                     *       "department": null,
                     *       "note": "Beleg fehlt noch",
                     *       "active": false,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Route"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Evidence_seals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "sealNo": 1,
                     *           "sealedAt": "2026-03-31T09:15:00.000000Z",
                     *           "sealedBy": "Finanzzentrum",
                     *           "statement": "results",
                     *           "keyId": "3c1f0a9be27d4586",
                     *           "signature": "MEUCIQD…"
                     *         }
                     *       ],
                     *       "next": null,
                     *       "publicKey": "-----BEGIN PUBLIC KEY-----\n…\n-----END PUBLIC KEY-----\n",
                     *       "keys": [
                     *         {
                     *           "kind": "break",
                     *           "keyNo": 1,
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "fingerprint": "…",
                     *           "publicKey": "-----BEGIN PUBLIC KEY-----\n…\n-----END PUBLIC KEY-----\n",
                     *           "inForceSince": "…",
                     *           "reason": "doppelt erfasst",
                     *           "statement": "results",
                     *           "signature": "MEUCIQD…",
                     *           "previousSignature": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SealList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Evidence_seal: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sealNo": 1,
                     *       "sealedAt": "2026-03-31T09:15:00.000000Z",
                     *       "sealedBy": "Finanzzentrum",
                     *       "statement": "results",
                     *       "keyId": "3c1f0a9be27d4586",
                     *       "signature": "MEUCIQD…"
                     *     }
                     */
                    "application/json": components["schemas"]["Seal"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    MasterData_search: {
        parameters: {
            query: {
                /** @description A number, words or a reference. */
                q: string;
            };
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "type": "account",
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "label": "Steuern und ähnliche Abgaben",
                     *           "hint": "Aktivkonto"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SearchResult"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    MasterData_settings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "value": "800.00",
                     *           "key": "ahlenbrueck",
                     *           "validFrom": "2026-03-31",
                     *           "validTo": "2026-03-31",
                     *           "source": "§ 36 Abs. 3 KomHVO NRW",
                     *           "decidedAt": "2026-03-31T09:15:00.000000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["SettingList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    MasterData_addSetting: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "value": "800.00",
                 *       "validFrom": "2026-12-31",
                 *       "key": "assets.lowValueLimit",
                 *       "source": "§ 36 Abs. 3 KomHVO NRW"
                 *     }
                 */
                "application/json": components["schemas"]["NewSetting"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "value": "800.00",
                     *       "key": "ahlenbrueck",
                     *       "validFrom": "2026-03-31",
                     *       "validTo": "2026-03-31",
                     *       "source": "§ 36 Abs. 3 KomHVO NRW",
                     *       "decidedAt": "2026-03-31T09:15:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Setting"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Desk_standing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "name": "Miete Jugendzentrum",
                     *           "kind": "standing",
                     *           "entry": {
                     *             "text": "Miete Jugendzentrum",
                     *             "lines": [
                     *               {
                     *                 "account": "5422",
                     *                 "debit": "850.00",
                     *                 "product": "366.01"
                     *               }
                     *             ]
                     *           },
                     *           "instalments": [
                     *             {
                     *               "date": "2026-03-31",
                     *               "lines": [
                     *                 {}
                     *               ]
                     *             }
                     *           ],
                     *           "rhythm": "half-yearly",
                     *           "firstDate": "2026-03-31",
                     *           "lastDate": "2026-03-31",
                     *           "nextDate": "2026-03-31",
                     *           "state": "active",
                     *           "lastError": null,
                     *           "endedBecause": "done",
                     *           "origin": null,
                     *           "accrualAccount": null,
                     *           "postedCount": 1,
                     *           "author": {
                     *             "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *             "name": "Ada Alster"
                     *           },
                     *           "obstacles": [
                     *             "holder-gone"
                     *           ],
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["StandingEntryList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Desk_planStanding: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Gemeinde Ahlenbrück",
                 *       "entry": {
                 *         "text": "Miete Jugendzentrum",
                 *         "lines": [
                 *           {
                 *             "account": "5422",
                 *             "debit": "850.00",
                 *             "product": "366.01"
                 *           }
                 *         ]
                 *       },
                 *       "rhythm": "half-yearly",
                 *       "firstDate": "2026-03-31",
                 *       "lastDate": "2026-03-31"
                 *     }
                 */
                "application/json": components["schemas"]["NewStandingEntry"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "name": "Miete Jugendzentrum",
                     *       "kind": "standing",
                     *       "entry": {
                     *         "text": "Miete Jugendzentrum",
                     *         "lines": [
                     *           {
                     *             "account": "5422",
                     *             "debit": "850.00",
                     *             "product": "366.01"
                     *           }
                     *         ]
                     *       },
                     *       "instalments": [
                     *         {
                     *           "date": "2026-03-31",
                     *           "lines": [
                     *             {}
                     *           ]
                     *         }
                     *       ],
                     *       "rhythm": "half-yearly",
                     *       "firstDate": "2026-03-31",
                     *       "lastDate": "2026-03-31",
                     *       "nextDate": "2026-03-31",
                     *       "state": "active",
                     *       "lastError": null,
                     *       "endedBecause": "done",
                     *       "origin": null,
                     *       "accrualAccount": null,
                     *       "postedCount": 1,
                     *       "author": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "name": "Ada Alster"
                     *       },
                     *       "obstacles": [
                     *         "holder-gone"
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["StandingEntry"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Desk_endStanding: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                standingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "bookingDate": "2026-03-31"
                 *     }
                 */
                "application/json": components["schemas"]["StandingEnding"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "name": "Miete Jugendzentrum",
                     *       "kind": "standing",
                     *       "entry": {
                     *         "text": "Miete Jugendzentrum",
                     *         "lines": [
                     *           {
                     *             "account": "5422",
                     *             "debit": "850.00",
                     *             "product": "366.01"
                     *           }
                     *         ]
                     *       },
                     *       "instalments": [
                     *         {
                     *           "date": "2026-03-31",
                     *           "lines": [
                     *             {}
                     *           ]
                     *         }
                     *       ],
                     *       "rhythm": "half-yearly",
                     *       "firstDate": "2026-03-31",
                     *       "lastDate": "2026-03-31",
                     *       "nextDate": "2026-03-31",
                     *       "state": "active",
                     *       "lastError": null,
                     *       "endedBecause": "done",
                     *       "origin": null,
                     *       "accrualAccount": null,
                     *       "postedCount": 1,
                     *       "author": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "name": "Ada Alster"
                     *       },
                     *       "obstacles": [
                     *         "holder-gone"
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["StandingEntry"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Desk_resumeStanding: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                standingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": components["schemas"]["Version"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "name": "Miete Jugendzentrum",
                     *       "kind": "standing",
                     *       "entry": {
                     *         "text": "Miete Jugendzentrum",
                     *         "lines": [
                     *           {
                     *             "account": "5422",
                     *             "debit": "850.00",
                     *             "product": "366.01"
                     *           }
                     *         ]
                     *       },
                     *       "instalments": [
                     *         {
                     *           "date": "2026-03-31",
                     *           "lines": [
                     *             {}
                     *           ]
                     *         }
                     *       ],
                     *       "rhythm": "half-yearly",
                     *       "firstDate": "2026-03-31",
                     *       "lastDate": "2026-03-31",
                     *       "nextDate": "2026-03-31",
                     *       "state": "active",
                     *       "lastError": null,
                     *       "endedBecause": "done",
                     *       "origin": null,
                     *       "accrualAccount": null,
                     *       "postedCount": 1,
                     *       "author": {
                     *         "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *         "name": "Ada Alster"
                     *       },
                     *       "obstacles": [
                     *         "holder-gone"
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["StandingEntry"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Desk_takeOver: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ids": [
                 *         "3f8a6f8e-5a0c-4d1e-9a53-0d0f2f6f7c11"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Takeover"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "name": "Miete Jugendzentrum",
                     *           "kind": "standing",
                     *           "entry": {
                     *             "text": "Miete Jugendzentrum",
                     *             "lines": [
                     *               {
                     *                 "account": "5422",
                     *                 "debit": "850.00",
                     *                 "product": "366.01"
                     *               }
                     *             ]
                     *           },
                     *           "instalments": [
                     *             {
                     *               "date": "2026-03-31",
                     *               "lines": [
                     *                 {}
                     *               ]
                     *             }
                     *           ],
                     *           "rhythm": "half-yearly",
                     *           "firstDate": "2026-03-31",
                     *           "lastDate": "2026-03-31",
                     *           "nextDate": "2026-03-31",
                     *           "state": "active",
                     *           "lastError": null,
                     *           "endedBecause": "done",
                     *           "origin": null,
                     *           "accrualAccount": null,
                     *           "postedCount": 1,
                     *           "author": {
                     *             "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *             "name": "Ada Alster"
                     *           },
                     *           "obstacles": [
                     *             "holder-gone"
                     *           ],
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["StandingEntryList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Orders_standing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "rhythm": "monthly",
                     *           "state": "active",
                     *           "holder": null,
                     *           "obstacle": null,
                     *           "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *           "number": "E-2026-000123",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "firstDate": "2026-03-31",
                     *           "lastDate": "2026-03-31",
                     *           "nextDate": "2026-03-31",
                     *           "lastError": null,
                     *           "raisedCount": 3,
                     *           "amount": "1234.50",
                     *           "partnerName": "…",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["StandingOrderList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Orders_end: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": components["schemas"]["StandingOrderVersion"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rhythm": "monthly",
                     *       "state": "active",
                     *       "holder": null,
                     *       "obstacle": null,
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "number": "E-2026-000123",
                     *       "name": "Gemeinde Ahlenbrück",
                     *       "firstDate": "2026-03-31",
                     *       "lastDate": "2026-03-31",
                     *       "nextDate": "2026-03-31",
                     *       "lastError": null,
                     *       "raisedCount": 3,
                     *       "amount": "1234.50",
                     *       "partnerName": "…",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["StandingOrder"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Orders_resume: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": components["schemas"]["StandingOrderVersion"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rhythm": "monthly",
                     *       "state": "active",
                     *       "holder": null,
                     *       "obstacle": null,
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "number": "E-2026-000123",
                     *       "name": "Gemeinde Ahlenbrück",
                     *       "firstDate": "2026-03-31",
                     *       "lastDate": "2026-03-31",
                     *       "nextDate": "2026-03-31",
                     *       "lastError": null,
                     *       "raisedCount": 3,
                     *       "amount": "1234.50",
                     *       "partnerName": "…",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["StandingOrder"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Orders_takeOver: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": components["schemas"]["StandingOrderVersion"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rhythm": "monthly",
                     *       "state": "active",
                     *       "holder": null,
                     *       "obstacle": null,
                     *       "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *       "number": "E-2026-000123",
                     *       "name": "Gemeinde Ahlenbrück",
                     *       "firstDate": "2026-03-31",
                     *       "lastDate": "2026-03-31",
                     *       "nextDate": "2026-03-31",
                     *       "lastError": null,
                     *       "raisedCount": 3,
                     *       "amount": "1234.50",
                     *       "partnerName": "…",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["StandingOrder"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Statements_statement: {
        parameters: {
            query?: {
                /** @description Booking date up to which entries count (Stichtag). */
                asOf?: string;
                /** @description Fiscal year; default: the year of `asOf`, else the current one. */
                fiscalYear?: number;
                /** @description Instant; entries recorded later are left out (Wissensstand). */
                knownOn?: string;
                /** @description Product, group or area whose lines alone count; `-` for what bears no product. */
                product?: string;
            };
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
                /** @description Ergebnisrechnung, Finanzrechnung or Bilanz. */
                statement: "balance-sheet" | "cash-flows" | "results";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statement": "results",
                     *       "fiscalYear": 2026,
                     *       "asOf": "2026-03-31",
                     *       "knownOn": "2026-03-31T09:15:00.000000Z",
                     *       "product": null,
                     *       "unit": "EUR",
                     *       "columns": [
                     *         "actual"
                     *       ],
                     *       "lines": [
                     *         {
                     *           "code": "ER01",
                     *           "number": "01",
                     *           "label": "Steuern und ähnliche Abgaben",
                     *           "kind": "line",
                     *           "level": 1,
                     *           "priorYear": "1234.50",
                     *           "actual": "1234.50"
                     *         }
                     *       ],
                     *       "checks": [
                     *         {
                     *           "rule": "assets-equal-liabilities",
                     *           "ok": false,
                     *           "left": "1234.50",
                     *           "right": "1234.50"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Statement"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Statements_document: {
        parameters: {
            query?: {
                /** @description Booking date up to which entries count (Stichtag). */
                asOf?: string;
                /** @description Fiscal year; default: the year of `asOf`, else the current one. */
                fiscalYear?: number;
                /** @description Instant; entries recorded later are left out (Wissensstand). */
                knownOn?: string;
                /** @description Product, group or area whose lines alone count; `-` for what bears no product. */
                product?: string;
            };
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
                /** @description Ergebnisrechnung, Finanzrechnung or Bilanz. */
                statement: "balance-sheet" | "cash-flows" | "results";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Statements_line: {
        parameters: {
            query?: {
                /** @description Booking date up to which entries count (Stichtag). */
                asOf?: string;
                /** @description Fiscal year; default: the year of `asOf`, else the current one. */
                fiscalYear?: number;
                /** @description Instant; entries recorded later are left out (Wissensstand). */
                knownOn?: string;
                /** @description Product, group or area whose lines alone count; `-` for what bears no product. */
                product?: string;
            };
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
                code: string;
                /** @description Ergebnisrechnung, Finanzrechnung or Bilanz. */
                statement: "balance-sheet" | "cash-flows" | "results";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "line": {
                     *         "code": "ER01",
                     *         "number": "01",
                     *         "label": "Steuern und ähnliche Abgaben",
                     *         "kind": "line",
                     *         "level": 1,
                     *         "priorYear": "1234.50",
                     *         "actual": "1234.50"
                     *       },
                     *       "accounts": [
                     *         {
                     *           "account": "1811",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "amount": "1234.50"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["StatementDrill"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    MasterData_taxKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "usage": "output",
                     *           "code": "UST19",
                     *           "rate": "19.00",
                     *           "account": "3712",
                     *           "baseFigure": "81",
                     *           "taxFigure": null,
                     *           "name": "Umsatzsteuer 19 %",
                     *           "law": "§ 12 UStG",
                     *           "validFrom": "2026-03-31",
                     *           "validTo": "2026-03-31"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["TaxKeyList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    MasterData_addTaxKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Printable ASCII. The same key with the same body answers the first answer again, with another body 409 `KeyReused`. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "usage": "output",
                 *       "validFrom": "2026-12-31",
                 *       "code": "UST19",
                 *       "rate": "19.00",
                 *       "account": "3712",
                 *       "baseFigure": "81",
                 *       "taxFigure": null,
                 *       "name": "Umsatzsteuer 19 %",
                 *       "law": "§ 12 UStG"
                 *     }
                 */
                "application/json": components["schemas"]["NewTaxKey"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "usage": "output",
                     *       "code": "UST19",
                     *       "rate": "19.00",
                     *       "account": "3712",
                     *       "baseFigure": "81",
                     *       "taxFigure": null,
                     *       "name": "Umsatzsteuer 19 %",
                     *       "law": "§ 12 UStG",
                     *       "validFrom": "2026-03-31",
                     *       "validTo": "2026-03-31"
                     *     }
                     */
                    "application/json": components["schemas"]["TaxKey"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Journal_trialBalance: {
        parameters: {
            query?: {
                /** @description Booking date up to which entries count (Stichtag). */
                asOf?: string;
                /** @description Fiscal year; default: the year of `asOf`, else the current one. */
                fiscalYear?: number;
                format?: "csv" | "json";
                /** @description Instant; entries recorded later are left out (Wissensstand). */
                knownOn?: string;
                /** @description Product, group or area whose lines alone count; `-` for what bears no product. */
                product?: string;
            };
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "fiscalYear": 2026,
                     *       "items": [
                     *         {
                     *           "account": "1811",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "opening": "1234.50",
                     *           "debit": "1234.50",
                     *           "credit": "1234.50",
                     *           "closing": "1234.50"
                     *         }
                     *       ],
                     *       "totals": {
                     *         "opening": "1234.50",
                     *         "debit": "1234.50",
                     *         "credit": "1234.50",
                     *         "closing": "1234.50"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TrialBalance"];
                    "text/csv": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    VatReturn_show: {
        parameters: {
            query?: {
                /** @description `csv`: the figures as a spreadsheet. */
                format?: "csv" | "json";
            };
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "month": "2026-03",
                     *       "figures": [
                     *         {
                     *           "measure": "base",
                     *           "side": "owed",
                     *           "figure": "81",
                     *           "name": "Gemeinde Ahlenbrück",
                     *           "law": "§ 12 Abs. 1 UStG",
                     *           "amount": "1234.50",
                     *           "tax": null
                     *         }
                     *       ],
                     *       "owed": "…",
                     *       "deducted": "…",
                     *       "payable": "…",
                     *       "source": "§ 36 Abs. 3 KomHVO NRW",
                     *       "unplaced": [
                     *         "…"
                     *       ],
                     *       "withoutKey": [
                     *         {
                     *           "account": "1811",
                     *           "lines": 1,
                     *           "amount": "1234.50"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["VatReturn"];
                    "text/csv": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    VatReturn_lines: {
        parameters: {
            query: {
                figure: string;
                /** @description `csv`: the figures as a spreadsheet. */
                format?: "csv" | "json";
            };
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "entryId": "…",
                     *           "bookingDate": "2026-03-31",
                     *           "taxPoint": "…",
                     *           "reference": "GRD-2026-0411",
                     *           "text": "Grundsteuer B, I. Quartal",
                     *           "account": "1811",
                     *           "code": "UST19",
                     *           "rate": "19.00",
                     *           "base": "…",
                     *           "amount": "1234.50"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["VatLineList"];
                    "text/csv": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Workflow_workflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "current": {
                     *         "version": 1,
                     *         "validFrom": "2026-03-31",
                     *         "steps": [
                     *           {
                     *             "step": "order",
                     *             "fallback": "clerk",
                     *             "escalation": {
                     *               "to": "treasurer",
                     *               "afterDays": 3
                     *             },
                     *             "bySystem": null,
                     *             "assignment": {
                     *               "to": "role",
                     *               "role": "clerk",
                     *               "people": []
                     *             },
                     *             "deadlineDays": 5,
                     *             "reminderDays": 1,
                     *             "fromAmount": null
                     *           }
                     *         ],
                     *         "note": "Dienstanweisung 3/2026",
                     *         "decidedByName": "…",
                     *         "decidedAt": "2026-03-31T09:15:00.000000Z"
                     *       },
                     *       "versions": [
                     *         {
                     *           "version": 1,
                     *           "validFrom": "2026-03-31",
                     *           "steps": [
                     *             {
                     *               "step": "order",
                     *               "fallback": "clerk",
                     *               "escalation": {
                     *                 "to": "treasurer",
                     *                 "afterDays": 3
                     *               },
                     *               "bySystem": null,
                     *               "assignment": {
                     *                 "to": "role",
                     *                 "role": "clerk",
                     *                 "people": []
                     *               },
                     *               "deadlineDays": 5,
                     *               "reminderDays": 1,
                     *               "fromAmount": null
                     *             }
                     *           ],
                     *           "note": "Dienstanweisung 3/2026",
                     *           "decidedByName": "…",
                     *           "decidedAt": "2026-03-31T09:15:00.000000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WorkflowList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Workflow_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `csrfToken` of the session; required with the session cookie, not needed with an API token. */
                "X-CSRF-Token"?: components["parameters"]["CsrfToken"];
            };
            path: {
                /** @description The client. */
                clientId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "validFrom": "2026-04-01",
                 *       "steps": [
                 *         {
                 *           "step": "order",
                 *           "fallback": "clerk",
                 *           "escalation": {
                 *             "to": "treasurer",
                 *             "afterDays": 3
                 *           },
                 *           "bySystem": null,
                 *           "assignment": {
                 *             "to": "role",
                 *             "role": "clerk",
                 *             "people": []
                 *           },
                 *           "deadlineDays": 5,
                 *           "reminderDays": 1,
                 *           "fromAmount": null
                 *         }
                 *       ],
                 *       "note": "Dienstanweisung 3/2026",
                 *       "version": 1
                 *     }
                 */
                "application/json": components["schemas"]["WorkflowWish"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": 1,
                     *       "validFrom": "2026-03-31",
                     *       "steps": [
                     *         {
                     *           "step": "order",
                     *           "fallback": "clerk",
                     *           "escalation": {
                     *             "to": "treasurer",
                     *             "afterDays": 3
                     *           },
                     *           "bySystem": null,
                     *           "assignment": {
                     *             "to": "role",
                     *             "role": "clerk",
                     *             "people": []
                     *           },
                     *           "deadlineDays": 5,
                     *           "reminderDays": 1,
                     *           "fromAmount": null
                     *         }
                     *       ],
                     *       "note": "Dienstanweisung 3/2026",
                     *       "decidedByName": "…",
                     *       "decidedAt": "2026-03-31T09:15:00.000000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Workflow"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleRefuses"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
            507: components["responses"]["NoRoom"];
        };
    };
    Decisions_mine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "coding": {
                     *             "method": "transfer",
                     *             "retention": null,
                     *             "accrual": null,
                     *             "shares": [],
                     *             "prepaid": [],
                     *             "offsets": [],
                     *             "correction": null,
                     *             "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *             "bookingDate": "2026-03-31",
                     *             "dueOn": "2026-04-30",
                     *             "discountOn": "2026-03-31",
                     *             "discountAmount": null,
                     *             "bankAccountNo": 1,
                     *             "paymentBlock": null,
                     *             "text": "Stadtwerke: Strom 03/2026",
                     *             "lines": [
                     *               {
                     *                 "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *                 "account": "5241",
                     *                 "product": "111.06",
                     *                 "costCentre": null,
                     *                 "cashAccount": null,
                     *                 "text": "Grundsteuer B, I. Quartal",
                     *                 "net": "100.00",
                     *                 "tax": "19.00",
                     *                 "gross": "119.00",
                     *                 "vat": {
                     *                   "treatment": "sovereign",
                     *                   "category": "S",
                     *                   "rate": "19",
                     *                   "deductiblePercent": "0"
                     *                 },
                     *                 "share": null,
                     *                 "serviceFrom": "2026-01-01",
                     *                 "serviceTo": "2026-12-31"
                     *               }
                     *             ]
                     *           },
                     *           "lines": null,
                     *           "deputyFor": null,
                     *           "clientId": 1,
                     *           "document": {
                     *             "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *             "number": "E-2026-000123",
                     *             "kind": "correction",
                     *             "state": "decided",
                     *             "channel": "api",
                     *             "fileName": "rechnung-4711.xml",
                     *             "fileKind": "hybrid-pdf",
                     *             "receivedAt": "2026-03-31T09:15:00.000000Z",
                     *             "receivedByName": "…",
                     *             "sender": "…",
                     *             "partOf": null,
                     *             "department": null,
                     *             "partnerId": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *             "supplierName": "…",
                     *             "invoiceNo": null,
                     *             "issueDate": "2026-03-31",
                     *             "dueOn": "2026-03-31",
                     *             "discountOn": "2026-03-31",
                     *             "currency": "EUR",
                     *             "net": "1000.00",
                     *             "tax": "190.00",
                     *             "gross": "1190.00",
                     *             "payable": "1190.00",
                     *             "decision": null,
                     *             "legalClass": null,
                     *             "errors": 1,
                     *             "warnings": 1,
                     *             "alarms": [
                     *               "DuplicateAmount"
                     *             ],
                     *             "duplicateOf": null,
                     *             "corrects": null,
                     *             "step": null,
                     *             "stepSince": null,
                     *             "stepDue": "2026-04-10",
                     *             "assignees": [
                     *               {
                     *                 "id": "5f0c7b1e-3f5c-4a42-9c1f-2b7e8a6d4c10",
                     *                 "name": "Ada Alster"
                     *               }
                     *             ],
                     *             "text": "Grundsteuer B, I. Quartal",
                     *             "version": 1
                     *           },
                     *           "task": {
                     *             "step": "order",
                     *             "assignedTo": null,
                     *             "people": [],
                     *             "role": "clerk",
                     *             "state": "open",
                     *             "escalatedTo": null,
                     *             "decidedBy": null,
                     *             "deputyFor": null,
                     *             "no": 1,
                     *             "share": null,
                     *             "amount": "119.00",
                     *             "voided": false,
                     *             "bySystem": false,
                     *             "openedAt": "2026-03-31T09:15:00.000000Z",
                     *             "dueOn": "2026-03-31",
                     *             "remindedAt": "2026-03-31T09:15:00.000000Z",
                     *             "decidedAt": "2026-03-31T09:15:00.000000Z",
                     *             "note": "",
                     *             "mine": true
                     *           },
                     *           "overdue": false
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["MyDecisionList"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    Demonstration_state: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "complete"
                     *     }
                     */
                    "application/json": components["schemas"]["Demonstration"];
                };
            };
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
}
