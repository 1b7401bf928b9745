/* Made by `npm run api-client` from the server's OpenAPI document. */
export interface paths {
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 在自己管理的行政区有授权的账号 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * @description UTC，微秒
                             * @example 2026-11-25T08:00:00.000000Z
                             */
                            createdAt: string;
                            disabledAt: string | null;
                            /** @description 显示名 */
                            displayName: string;
                            grants: {
                                /**
                                 * @description UTC，微秒
                                 * @example 2026-11-25T08:00:00.000000Z
                                 */
                                grantedAt: string;
                                /** @description 授权编号 */
                                id: number;
                                region: string | null;
                                regionName: string | null;
                                /**
                                 * @description 角色
                                 * @enum {string}
                                 */
                                role: "province" | "city" | "county" | "township" | "department" | "planner" | "public" | "administrator";
                                /** @description 角色的名称 */
                                title: string;
                                verbs: ("plan.read" | "plan.import" | "plan.publish" | "plan.rollback" | "case.prepare" | "case.submit" | "case.comment" | "case.review" | "case.approve" | "notice.read" | "notice.comment" | "rule.set" | "job.run" | "ledger.read" | "account.manage")[];
                            }[];
                            /** @description 能否用密码登录；否则只能统一身份认证 */
                            hasPassword: boolean;
                            lastSignInAt: string | null;
                            /** @description 账号名 */
                            name: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        /** 新建账号 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description 显示名 */
                        displayName: string;
                        grants: {
                            region: string | null;
                            /**
                             * @description 角色
                             * @enum {string}
                             */
                            role: "province" | "city" | "county" | "township" | "department" | "planner" | "public" | "administrator";
                            /** @description 代替角色自有的权限 */
                            verbs?: ("plan.read" | "plan.import" | "plan.publish" | "plan.rollback" | "case.prepare" | "case.submit" | "case.comment" | "case.review" | "case.approve" | "notice.read" | "notice.comment" | "rule.set" | "job.run" | "ledger.read" | "account.manage")[];
                        }[];
                        /** @description 账号名 */
                        name: string;
                        /** @description 密码 */
                        password?: string;
                        /** @description 理由，记入台账 */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * @description UTC，微秒
                             * @example 2026-11-25T08:00:00.000000Z
                             */
                            createdAt: string;
                            disabledAt: string | null;
                            /** @description 显示名 */
                            displayName: string;
                            /** @description 能否用密码登录；否则只能统一身份认证 */
                            hasPassword: boolean;
                            /** @description 账号名 */
                            name: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个账号 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 账号名 */
                    account: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * @description UTC，微秒
                             * @example 2026-11-25T08:00:00.000000Z
                             */
                            createdAt: string;
                            disabledAt: string | null;
                            /** @description 显示名 */
                            displayName: string;
                            /** @description 能否用密码登录；否则只能统一身份认证 */
                            hasPassword: boolean;
                            /** @description 账号名 */
                            name: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account}/disabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 停用账号（会话随即全部退出，令牌失效），或重新启用 */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 账号名 */
                    account: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        disabled: boolean;
                        /** @description 理由，记入台账 */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * @description UTC，微秒
                             * @example 2026-11-25T08:00:00.000000Z
                             */
                            createdAt: string;
                            disabledAt: string | null;
                            /** @description 显示名 */
                            displayName: string;
                            /** @description 能否用密码登录；否则只能统一身份认证 */
                            hasPassword: boolean;
                            /** @description 账号名 */
                            name: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 账号的授权 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 账号名 */
                    account: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * @description UTC，微秒
                             * @example 2026-11-25T08:00:00.000000Z
                             */
                            grantedAt: string;
                            /** @description 授权编号 */
                            id: number;
                            region: string | null;
                            regionName: string | null;
                            /**
                             * @description 角色
                             * @enum {string}
                             */
                            role: "province" | "city" | "county" | "township" | "department" | "planner" | "public" | "administrator";
                            /** @description 角色的名称 */
                            title: string;
                            verbs: ("plan.read" | "plan.import" | "plan.publish" | "plan.rollback" | "case.prepare" | "case.submit" | "case.comment" | "case.review" | "case.approve" | "notice.read" | "notice.comment" | "rule.set" | "job.run" | "ledger.read" | "account.manage")[];
                        }[];
                    };
                };
            };
        };
        put?: never;
        /** 授予角色 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 账号名 */
                    account: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description 理由，记入台账 */
                        reason: string;
                        region: string | null;
                        /**
                         * @description 角色
                         * @enum {string}
                         */
                        role: "province" | "city" | "county" | "township" | "department" | "planner" | "public" | "administrator";
                        /** @description 代替角色自有的权限 */
                        verbs?: ("plan.read" | "plan.import" | "plan.publish" | "plan.rollback" | "case.prepare" | "case.submit" | "case.comment" | "case.review" | "case.approve" | "notice.read" | "notice.comment" | "rule.set" | "job.run" | "ledger.read" | "account.manage")[];
                    };
                };
            };
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * @description UTC，微秒
                             * @example 2026-11-25T08:00:00.000000Z
                             */
                            grantedAt: string;
                            /** @description 授权编号 */
                            id: number;
                            region: string | null;
                            regionName: string | null;
                            /**
                             * @description 角色
                             * @enum {string}
                             */
                            role: "province" | "city" | "county" | "township" | "department" | "planner" | "public" | "administrator";
                            /** @description 角色的名称 */
                            title: string;
                            verbs: ("plan.read" | "plan.import" | "plan.publish" | "plan.rollback" | "case.prepare" | "case.submit" | "case.comment" | "case.review" | "case.approve" | "notice.read" | "notice.comment" | "rule.set" | "job.run" | "ledger.read" | "account.manage")[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account}/grants/{grant}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 收回授权 */
        delete: {
            parameters: {
                query: {
                    /** @description 理由，记入台账 */
                    reason: string;
                };
                header?: never;
                path: {
                    /** @description 账号名 */
                    account: string;
                    grant: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account}/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 账号登记的统一身份 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 账号名 */
                    account: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 登记编号 */
                            id: number;
                            /** @description 在那里的账号 */
                            identifier: string;
                            /** @description 统一身份认证服务 */
                            issuer: string;
                            /**
                             * @description UTC，微秒
                             * @example 2026-11-25T08:00:00.000000Z
                             */
                            registeredAt: string;
                            subject: string | null;
                        }[];
                    };
                };
            };
        };
        put?: never;
        /** 登记统一身份，此人即可由统一身份认证登录 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 账号名 */
                    account: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description 在那里的账号 */
                        identifier: string;
                        /** @description 统一身份认证服务的 issuer */
                        issuer: string;
                        /** @description 理由，记入台账 */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 登记编号 */
                            id: number;
                            /** @description 在那里的账号 */
                            identifier: string;
                            /** @description 统一身份认证服务 */
                            issuer: string;
                            /**
                             * @description UTC，微秒
                             * @example 2026-11-25T08:00:00.000000Z
                             */
                            registeredAt: string;
                            subject: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account}/identities/{identity}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 注销统一身份 */
        delete: {
            parameters: {
                query: {
                    /** @description 理由，记入台账 */
                    reason: string;
                };
                header?: never;
                path: {
                    /** @description 账号名 */
                    account: string;
                    identity: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 重设密码，会话全部退出 */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 账号名 */
                    account: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description 密码 */
                        password: string;
                        /** @description 理由，记入台账 */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 退出账号（自己的，或所管理的）的全部会话 */
        delete: {
            parameters: {
                query: {
                    /** @description 理由，记入台账 */
                    reason: string;
                };
                header?: never;
                path: {
                    /** @description 账号名 */
                    account: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 账号的令牌（不含令牌本身） */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 账号名 */
                    account: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * @description UTC，微秒
                             * @example 2026-11-25T08:00:00.000000Z
                             */
                            expiresAt: string;
                            /** @description 令牌编号 */
                            id: number;
                            /**
                             * @description UTC，微秒
                             * @example 2026-11-25T08:00:00.000000Z
                             */
                            issuedAt: string;
                            region: string | null;
                            /** @description 用途 */
                            title: string;
                            usedAt: string | null;
                            verbs: ("plan.read" | "plan.import" | "plan.publish" | "plan.rollback" | "case.prepare" | "case.submit" | "case.comment" | "case.review" | "case.approve" | "notice.read" | "notice.comment" | "rule.set" | "job.run" | "ledger.read" | "account.manage")[];
                        }[];
                    };
                };
            };
        };
        put?: never;
        /** 签发令牌；令牌本身只在此处给出一次 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 账号名 */
                    account: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description 有效天数 */
                        days: number;
                        region: string | null;
                        /** @description 用途 */
                        title: string;
                        verbs: ("plan.read" | "plan.import" | "plan.publish" | "plan.rollback" | "case.prepare" | "case.submit" | "case.comment" | "case.review" | "case.approve" | "notice.read" | "notice.comment" | "rule.set" | "job.run" | "ledger.read" | "account.manage")[];
                    };
                };
            };
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * @description UTC，微秒
                             * @example 2026-11-25T08:00:00.000000Z
                             */
                            expiresAt: string;
                            /** @description 令牌编号 */
                            id: number;
                            /**
                             * @description UTC，微秒
                             * @example 2026-11-25T08:00:00.000000Z
                             */
                            issuedAt: string;
                            region: string | null;
                            /** @description 令牌 */
                            secret: string;
                            /** @description 用途 */
                            title: string;
                            usedAt: string | null;
                            verbs: ("plan.read" | "plan.import" | "plan.publish" | "plan.rollback" | "case.prepare" | "case.submit" | "case.comment" | "case.review" | "case.approve" | "notice.read" | "notice.comment" | "rule.set" | "job.run" | "ledger.read" | "account.manage")[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account}/tokens/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 收回令牌 */
        delete: {
            parameters: {
                query: {
                    /** @description 理由，记入台账 */
                    reason: string;
                };
                header?: never;
                path: {
                    /** @description 账号名 */
                    account: string;
                    token: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 已有的备份，最近的在前 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            backups: {
                                bytes: number;
                                /** @description UTC */
                                createdAt: string;
                                /** @description 文件名 */
                                name: string;
                            }[];
                            /** @description 正在写一份 */
                            writing: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        /** 备份整个库，服务照常；时间长时回答 202，写完后在列表中 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description 理由，记入台账 */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bytes: number;
                            /** @description UTC */
                            createdAt: string;
                            /** @description 文件名 */
                            name: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            state: "writing";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backups/{backup}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载一份备份，用 tuheng restore 恢复 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    backup: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        /** 删除一份备份 */
        delete: {
            parameters: {
                query: {
                    /** @description 理由，记入台账 */
                    reason: string;
                };
                header?: never;
                path: {
                    backup: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/basemap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 有没有配置底图，和它的来源说明 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 来源说明，显示在地图上 */
                            attribution: string;
                            available: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/basemap/{z}/{x}/{y}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一块底图（Web 墨卡托），由本服务向所配置的底图服务取来 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    x: number;
                    y: number;
                    z: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compliance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 一块用地与规划的关系：涉及哪些控制线、分区、地类和项目，各多少面积，逐项判定
         * @description 用地可以是 GeoJSON、WKT、坐标文本（勘测定界格式，点坐标可带带号）或装有一个 Shapefile 的 zip，格式由内容判断。作为 JSON 的 site 给出（GeoJSON 对象或文本），其余参数在同一 JSON 中；或把文件原样作为请求内容，参数写在地址里。面积为国家椭球面积，平方米。
         */
        post: {
            parameters: {
                query?: {
                    /** @description 另一个规划代码：其中有本规划没有的图层（地类图斑、行政区、开发区） */
                    base?: string;
                    /** @description 坐标没有注明坐标系时按它理解；默认为规划的坐标系 */
                    epsg?: number;
                    /** @description 是否给出每一块的图形，默认给出 */
                    geometry?: boolean;
                    /** @description 是否为有特定选址要求的独立城镇建设用地 */
                    independentSiting?: boolean;
                    /** @description 拟用途的用地用海分类代码 */
                    landUse?: string;
                    /** @description 分类的版本，默认 2023 */
                    landUseYear?: 2020 | 2023;
                    /** @description 属于生态保护红线内哪一种有限人为活动 */
                    limitedActivity?: number;
                    /** @description 用地名称 */
                    name?: string;
                    /** @description 规划代码 */
                    plan?: string;
                    /** @description 规划图层中用地分类的版本 */
                    planLandUseYear?: 2020 | 2023;
                    settlement?: "town" | "village";
                    /** @description 版本号，或日期（该日结束时有效的版本），或 head（当前有效的版本） */
                    version?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/geo+json": unknown;
                    "application/json": {
                        /** @description 另一个规划代码：其中有本规划没有的图层（地类图斑、行政区、开发区） */
                        base?: string;
                        /** @description 坐标没有注明坐标系时按它理解；默认为规划的坐标系 */
                        epsg?: number;
                        /** @description 是否给出每一块的图形，默认给出 */
                        geometry?: boolean;
                        /** @description 是否为有特定选址要求的独立城镇建设用地 */
                        independentSiting?: boolean;
                        /** @description 拟用途的用地用海分类代码 */
                        landUse?: string;
                        /** @description 分类的版本，默认 2023 */
                        landUseYear?: 2020 | 2023;
                        /** @description 属于生态保护红线内哪一种有限人为活动 */
                        limitedActivity?: number;
                        /** @description 用地名称 */
                        name?: string;
                        /** @description 规划代码 */
                        plan: string;
                        /** @description 规划图层中用地分类的版本 */
                        planLandUseYear?: 2020 | 2023;
                        settlement?: "town" | "village";
                        /** @description GeoJSON 对象，或 GeoJSON、WKT、坐标文本 */
                        site: string | Record<string, never>;
                        /** @description 版本号，或日期（该日结束时有效的版本），或 head（当前有效的版本） */
                        version?: string;
                    };
                    "application/octet-stream": unknown;
                    "application/zip": unknown;
                    "text/plain": unknown;
                };
            };
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description tuheng.site/1 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/first-administrator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 凭首次启动时给出的一次性链接建立第一个管理员，并登录 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description 账号名 */
                        name: string;
                        /** @description 密码 */
                        password: string;
                        secret: string;
                    };
                };
            };
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 显示名 */
                            displayName: string;
                            grants: {
                                region: string | null;
                                regionName: string | null;
                                /** @description 角色 */
                                role: string;
                                /** @description 角色的名称 */
                                title: string;
                                /** @description 可以做的事 */
                                verbs: string[];
                            }[];
                            limits?: {
                                region: string | null;
                                verbs: string[];
                            };
                            /** @description 账号名 */
                            name: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自己行政区的任务，最近提交的在前 */
        get: {
            parameters: {
                query: {
                    /** @description 在此以前提交的 */
                    before?: string;
                    /** @description 任务 */
                    kind?: "import" | "inspect" | "review" | "publish" | "tiles";
                    limit: number;
                    /** @description 只要自己提交的 */
                    mine?: boolean;
                    /** @description 规划代码 */
                    plan?: string;
                    /** @description 状态 */
                    state?: "queued" | "running" | "done" | "failed" | "cancelled";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 已要求取消 */
                            cancelRequested: boolean;
                            endedAt: string | null;
                            error: {
                                code: string;
                                message: string;
                            } | null;
                            /** @description 任务编号 */
                            id: string;
                            /** @description 输入：上传的文件、版本，或发布所依据的审查 */
                            inputs: {
                                [key: string]: unknown;
                            };
                            /**
                             * @description 任务
                             * @enum {string}
                             */
                            kind: "import" | "inspect" | "review" | "publish" | "tiles";
                            plan: string | null;
                            /** @description 0 到 1 */
                            progress: number;
                            /**
                             * @description UTC，微秒
                             * @example 2026-11-25T08:00:00.000000Z
                             */
                            requestedAt: string;
                            /** @description 提交人 */
                            requestedBy: string;
                            /** @description 结果；文件另见 results */
                            result: unknown;
                            /** @description 正在做什么 */
                            stage: string;
                            startedAt: string | null;
                            /**
                             * @description 状态
                             * @enum {string}
                             */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                        }[];
                    };
                };
            };
        };
        put?: never;
        /** 提交任务：入库、质检、审查、发布 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description 规划代码 */
                        code?: string;
                        /** @enum {string} */
                        kind: "import";
                        path: {
                            /** @description 上传编号 */
                            upload: string;
                        };
                        /** @description 理由，记入台账 */
                        reason: string;
                        /** @description 行政区代码 */
                        region: string;
                    } | {
                        /** @description 任务的输入 */
                        base?: {
                            /** @description 上传编号 */
                            upload: string;
                        } | {
                            /** @description 规划代码 */
                            plan: string;
                            /** @description 版本号，或日期（该日结束时有效的版本），或 head（当前有效的版本） */
                            version: string;
                        };
                        /** @description 任务的输入 */
                        filed?: {
                            /** @description 上传编号 */
                            upload: string;
                        } | {
                            /** @description 规划代码 */
                            plan: string;
                            /** @description 版本号，或日期（该日结束时有效的版本），或 head（当前有效的版本） */
                            version: string;
                        };
                        /** @description 另做一份修复副本 */
                        fix?: boolean;
                        /** @enum {string} */
                        kind: "inspect";
                        /** @description 任务的输入 */
                        maintained?: {
                            /** @description 上传编号 */
                            upload: string;
                        } | {
                            /** @description 规划代码 */
                            plan: string;
                            /** @description 版本号，或日期（该日结束时有效的版本），或 head（当前有效的版本） */
                            version: string;
                        };
                        /** @description 任务的输入 */
                        path: {
                            /** @description 上传编号 */
                            upload: string;
                        } | {
                            /** @description 规划代码 */
                            plan: string;
                            /** @description 版本号，或日期（该日结束时有效的版本），或 head（当前有效的版本） */
                            version: string;
                        };
                        /** @description 规划代码 */
                        plan?: string;
                    } | {
                        /** @description 任务的输入 */
                        base?: {
                            /** @description 上传编号 */
                            upload: string;
                        } | {
                            /** @description 规划代码 */
                            plan: string;
                            /** @description 版本号，或日期（该日结束时有效的版本），或 head（当前有效的版本） */
                            version: string;
                        };
                        /** @description 任务的输入 */
                        filed?: {
                            /** @description 上传编号 */
                            upload: string;
                        } | {
                            /** @description 规划代码 */
                            plan: string;
                            /** @description 版本号，或日期（该日结束时有效的版本），或 head（当前有效的版本） */
                            version: string;
                        };
                        /** @description 自己上传的文件 */
                        filedProjects?: {
                            /** @description 上传编号 */
                            upload: string;
                        };
                        /** @enum {string} */
                        kind: "review";
                        /** @description 任务的输入 */
                        maintained: {
                            /** @description 上传编号 */
                            upload: string;
                        } | {
                            /** @description 规划代码 */
                            plan: string;
                            /** @description 版本号，或日期（该日结束时有效的版本），或 head（当前有效的版本） */
                            version: string;
                        };
                        /** @description 规划代码 */
                        plan: string;
                        /** @description 自己上传的文件 */
                        projects?: {
                            /** @description 上传编号 */
                            upload: string;
                        };
                        /** @description 自己上传的文件 */
                        targets?: {
                            /** @description 上传编号 */
                            upload: string;
                        };
                    } | {
                        /** @enum {string} */
                        kind: "tiles";
                        /** @description 规划代码 */
                        plan: string;
                        /** @description 版本号，或日期（该日结束时有效的版本），或 head（当前有效的版本） */
                        version?: string;
                    } | {
                        /** @enum {string} */
                        kind: "publish";
                        /** @description 规划代码 */
                        plan: string;
                        /** @description 理由，记入台账 */
                        reason: string;
                        /** @description 任务编号 */
                        review: string;
                    };
                };
            };
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 已要求取消 */
                            cancelRequested: boolean;
                            endedAt: string | null;
                            error: {
                                code: string;
                                message: string;
                            } | null;
                            /** @description 任务编号 */
                            id: string;
                            /** @description 输入：上传的文件、版本，或发布所依据的审查 */
                            inputs: {
                                [key: string]: unknown;
                            };
                            /**
                             * @description 任务
                             * @enum {string}
                             */
                            kind: "import" | "inspect" | "review" | "publish" | "tiles";
                            plan: string | null;
                            /** @description 0 到 1 */
                            progress: number;
                            /**
                             * @description UTC，微秒
                             * @example 2026-11-25T08:00:00.000000Z
                             */
                            requestedAt: string;
                            /** @description 提交人 */
                            requestedBy: string;
                            /** @description 结果；文件另见 results */
                            result: unknown;
                            /** @description 正在做什么 */
                            stage: string;
                            startedAt: string | null;
                            /**
                             * @description 状态
                             * @enum {string}
                             */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个任务 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 任务编号 */
                    job: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 已要求取消 */
                            cancelRequested: boolean;
                            endedAt: string | null;
                            error: {
                                code: string;
                                message: string;
                            } | null;
                            /** @description 任务编号 */
                            id: string;
                            /** @description 输入：上传的文件、版本，或发布所依据的审查 */
                            inputs: {
                                [key: string]: unknown;
                            };
                            /**
                             * @description 任务
                             * @enum {string}
                             */
                            kind: "import" | "inspect" | "review" | "publish" | "tiles";
                            plan: string | null;
                            /** @description 0 到 1 */
                            progress: number;
                            /**
                             * @description UTC，微秒
                             * @example 2026-11-25T08:00:00.000000Z
                             */
                            requestedAt: string;
                            /** @description 提交人 */
                            requestedBy: string;
                            /** @description 结果；文件另见 results */
                            result: unknown;
                            /** @description 正在做什么 */
                            stage: string;
                            startedAt: string | null;
                            /**
                             * @description 状态
                             * @enum {string}
                             */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job}/assignees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可以指派的账号 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 任务编号 */
                    job: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            displayName: string;
                            /** @description 账号名 */
                            name: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取消任务：排队的立即取消，运行的在下一次报告进度时停止 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 任务编号 */
                    job: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 已要求取消 */
                            cancelRequested: boolean;
                            endedAt: string | null;
                            error: {
                                code: string;
                                message: string;
                            } | null;
                            /** @description 任务编号 */
                            id: string;
                            /** @description 输入：上传的文件、版本，或发布所依据的审查 */
                            inputs: {
                                [key: string]: unknown;
                            };
                            /**
                             * @description 任务
                             * @enum {string}
                             */
                            kind: "import" | "inspect" | "review" | "publish" | "tiles";
                            plan: string | null;
                            /** @description 0 到 1 */
                            progress: number;
                            /**
                             * @description UTC，微秒
                             * @example 2026-11-25T08:00:00.000000Z
                             */
                            requestedAt: string;
                            /** @description 提交人 */
                            requestedBy: string;
                            /** @description 结果；文件另见 results */
                            result: unknown;
                            /** @description 正在做什么 */
                            stage: string;
                            startedAt: string | null;
                            /**
                             * @description 状态
                             * @enum {string}
                             */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个任务的进度，到它结束（server-sent events，事件 job） */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 任务编号 */
                    job: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job}/inspection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 质检结果：得分、各类和各条规则的结论；问题另取 */
        get: {
            parameters: {
                query?: {
                    /** @description 审查任务的哪一方；不写时为维护后数据库 */
                    side?: "filed" | "maintained";
                };
                header?: never;
                path: {
                    /** @description 任务编号 */
                    job: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 问题个数 */
                            findings: number;
                            found: {
                                findings: number;
                                layer: string;
                                rule: string;
                                /** @description 错误、警告、提示 */
                                severity: "error" | "warning" | "info";
                            }[];
                            id: string;
                            inputs: unknown[];
                            /** @description 演示数据 */
                            invented: boolean;
                            ruleBook: unknown;
                            rules: {
                                basis: unknown[];
                                category: string;
                                cause?: string;
                                findings: number;
                                /** @description 错误、警告、提示 */
                                gravest?: "error" | "warning" | "info";
                                parameters: unknown[];
                                reason?: string;
                                rule: string;
                                /** @description 错误、警告、提示 */
                                severity: "error" | "warning" | "info";
                                status: "passed" | "failed" | "notRun";
                                subjects: unknown[];
                                title: string;
                            }[];
                            schema: string;
                            summary: {
                                categories: {
                                    category: string;
                                    failed: number;
                                    findings: number;
                                    mark: number | null;
                                    notRun: number;
                                    passed: number;
                                    rules: number;
                                    title: string;
                                }[];
                                deductions: unknown;
                                /** @description 满分 100 */
                                mark: number;
                                maySubmit: boolean;
                                obstacles: string[];
                            };
                            /** @description 成片的同一原因 */
                            systematic: unknown[];
                            tolerance: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job}/inspection/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 质检发现的问题（GeoJSON；没有位置的 geometry 为 null） */
        get: {
            parameters: {
                query: {
                    /** @description 图层代码 */
                    layer?: string;
                    limit: number;
                    offset: number;
                    /** @description 规则编号 */
                    rule?: string;
                    /** @description 错误、警告、提示 */
                    severity?: "error" | "warning" | "info";
                    /** @description 审查任务的哪一方；不写时为维护后数据库 */
                    side?: "filed" | "maintained";
                };
                header?: never;
                path: {
                    /** @description 任务编号 */
                    job: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            features: {
                                geometry: {
                                    coordinates: unknown[];
                                    type: string;
                                } | null;
                                id: number;
                                properties: {
                                    /** @description 平方米 */
                                    area?: number;
                                    attribute?: string;
                                    bsm: string | null;
                                    database: string | null;
                                    layer: string;
                                    measure?: {
                                        unit: string;
                                        value: number;
                                    };
                                    message: string;
                                    /** @description 在全部问题中的次序，从 0 起 */
                                    n: number;
                                    others?: unknown[];
                                    row: number | null;
                                    rule: string;
                                    /** @description 错误、警告、提示 */
                                    severity: "error" | "warning" | "info";
                                    suggestion: string;
                                };
                                /** @enum {string} */
                                type: "Feature";
                            }[];
                            /** @description 符合条件的个数 */
                            numberMatched: number;
                            /** @description 这一页的个数 */
                            numberReturned: number;
                            /** @enum {string} */
                            type: "FeatureCollection";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job}/remarks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 对任务结果的指派、答复、异议和各项的状态 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 任务编号 */
                    job: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 全部记录，从最早的开始 */
                            remarks: {
                                /**
                                 * @description 指派、答复、异议、认可、办结、重新打开
                                 * @enum {string}
                                 */
                                action: "assign" | "answer" | "contest" | "accept" | "close" | "reopen";
                                /**
                                 * @description UTC，微秒
                                 * @example 2026-11-25T08:00:00.000000Z
                                 */
                                at: string;
                                attachments: {
                                    bytes: number;
                                    /** @description SHA-256 */
                                    digest: string;
                                    name: string;
                                }[];
                                /** @description 账号名 */
                                by: string;
                                id: number;
                                job: string;
                                subject: {
                                    kind: "verdict" | "piece" | "finding";
                                    /** @description 图斑或问题的次序，从 0 起 */
                                    piece?: number;
                                    /** @description 规则编号 */
                                    rule: string;
                                    /** @description 审查任务的质检问题在哪一方 */
                                    side?: "filed" | "maintained";
                                };
                                /** @description 内容；异议必须写理由 */
                                text: string;
                                /** @description 账号名 */
                                to?: string;
                            }[];
                            /** @description 有记录的各项现在的状态；其他的都是待办 */
                            states: {
                                /** @description 账号名 */
                                assignee?: string;
                                /** @description 记录的条数 */
                                remarks: number;
                                /**
                                 * @description 待办、已指派、已答复、有异议、已认可、已办结
                                 * @enum {string}
                                 */
                                state: "open" | "assigned" | "answered" | "contested" | "accepted" | "closed";
                                subject: {
                                    kind: "verdict" | "piece" | "finding";
                                    /** @description 图斑或问题的次序，从 0 起 */
                                    piece?: number;
                                    /** @description 规则编号 */
                                    rule: string;
                                    /** @description 审查任务的质检问题在哪一方 */
                                    side?: "filed" | "maintained";
                                };
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** 指派、答复、提出异议、认可、办结或重新打开 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 任务编号 */
                    job: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description 指派、答复、异议、认可、办结、重新打开
                         * @enum {string}
                         */
                        action: "assign" | "answer" | "contest" | "accept" | "close" | "reopen";
                        /** @description 作为附件上传完的文件（Upload-Metadata 中 purpose 为 attachment） */
                        attachments?: string[];
                        /** @description 一项判定、判定的一个证据图斑，或一个质检问题 */
                        subject: {
                            /** @enum {string} */
                            kind: "verdict";
                            /** @description 规则编号 */
                            rule: string;
                        } | {
                            /** @enum {string} */
                            kind: "piece";
                            /** @description 图斑或问题的次序，从 0 起 */
                            piece: number;
                            /** @description 规则编号 */
                            rule: string;
                        } | {
                            /** @enum {string} */
                            kind: "finding";
                            /** @description 图斑或问题的次序，从 0 起 */
                            piece: number;
                            /** @description 规则编号 */
                            rule: string;
                            /** @description 审查任务的质检问题在哪一方 */
                            side?: "filed" | "maintained";
                        };
                        /** @description 内容；异议必须写理由 */
                        text: string;
                        /** @description 账号名 */
                        to?: string;
                    };
                };
            };
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * @description 指派、答复、异议、认可、办结、重新打开
                             * @enum {string}
                             */
                            action: "assign" | "answer" | "contest" | "accept" | "close" | "reopen";
                            /**
                             * @description UTC，微秒
                             * @example 2026-11-25T08:00:00.000000Z
                             */
                            at: string;
                            attachments: {
                                bytes: number;
                                /** @description SHA-256 */
                                digest: string;
                                name: string;
                            }[];
                            /** @description 账号名 */
                            by: string;
                            id: number;
                            job: string;
                            subject: {
                                kind: "verdict" | "piece" | "finding";
                                /** @description 图斑或问题的次序，从 0 起 */
                                piece?: number;
                                /** @description 规则编号 */
                                rule: string;
                                /** @description 审查任务的质检问题在哪一方 */
                                side?: "filed" | "maintained";
                            };
                            /** @description 内容；异议必须写理由 */
                            text: string;
                            /** @description 账号名 */
                            to?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job}/remarks/{remark}/attachments/{n}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个附件 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 任务编号 */
                    job: string;
                    /** @description 第几个附件，从 0 起 */
                    n: number;
                    /** @description 记录编号 */
                    remark: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 任务留下的文件 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 任务编号 */
                    job: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bytes: number;
                            name: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job}/results.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 任务留下的全部文件，打包为一个 zip */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 任务编号 */
                    job: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job}/results/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 任务留下的一个文件；报告直接显示，其他下载 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 任务编号 */
                    job: string;
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 审查结果，证据只有范围和数字，每项判定最多 200 个 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 任务编号 */
                    job: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            conflicts: unknown[];
                            crs: {
                                epsg: number;
                                name: string;
                            };
                            dataQuality: unknown[];
                            id: string;
                            inputs: unknown[];
                            /** @description 演示数据 */
                            invented: boolean;
                            /** @description 各图层的变更数字 */
                            layers: {
                                [key: string]: unknown;
                            };
                            notes: unknown[];
                            ruleBook: {
                                digest: string;
                                /** @description 由国家基础规则到最近的地方细则，以及设定了阈值的行政区 */
                                profiles: string[];
                                version: string;
                            };
                            schema: string;
                            tolerance: unknown;
                            verdicts: {
                                basis: {
                                    article?: string;
                                    /** @description 可信程度 */
                                    confidence: string;
                                    document: string;
                                    source: string;
                                }[];
                                /** @description 所属章节 */
                                chapter: string;
                                details: {
                                    label: string;
                                    measure: {
                                        after: number | null;
                                        before: number | null;
                                        limit: number | null;
                                        unit: string;
                                    };
                                }[];
                                /** @description 最大的 200 个图斑；图形和其余的另取 */
                                evidence: {
                                    /** @description 椭球面积，平方米 */
                                    area: number;
                                    box: number[] | null;
                                    bsm: string | null;
                                    label: string;
                                    layer: string;
                                    /** @description 在该判定的证据中的次序，从 0 起 */
                                    n: number;
                                    /** @description 平面面积，平方米 */
                                    planeArea: number;
                                    side: "filed" | "maintained" | "change";
                                }[];
                                explanation: string;
                                measure: {
                                    after: number | null;
                                    before: number | null;
                                    limit: number | null;
                                    unit: string;
                                };
                                parameters: {
                                    /** @description 可信程度 */
                                    confidence: string;
                                    name: string;
                                    source: string;
                                    title: string;
                                    unit: string;
                                    value: number | string;
                                }[];
                                /** @description 前后对照图的个数；图另取 */
                                pictures: number;
                                /** @description 证据图斑个数 */
                                pieces: number;
                                reasons: string[];
                                rule: string;
                                status: "pass" | "fail" | "undetermined" | "notApplicable";
                                /** @description 供意见引用的表 */
                                tables: {
                                    columns: {
                                        title: string;
                                        /** @description 文字列为空；面积 m² */
                                        unit: string;
                                    }[];
                                    /** @description 读数时要知道的；没有时为空 */
                                    note: string;
                                    rows: ((number | string) | null)[][];
                                    title: string;
                                }[];
                                title: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job}/review/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 变更图斑表 */
        get: {
            parameters: {
                query: {
                    descending?: boolean;
                    /** @description 图层代码 */
                    layer?: string;
                    limit: number;
                    offset: number;
                    sort?: "whbh" | "layer" | "type" | "bsm" | "from" | "to" | "area" | "township";
                    /** @description WHLX：1 调入，2 属性变更，3 调出 */
                    type?: string;
                };
                header?: never;
                path: {
                    /** @description 任务编号 */
                    job: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                /** @description 椭球面积，平方米 */
                                area: number;
                                box: number[] | null;
                                bsm: string | null;
                                from: {
                                    code: string;
                                    name: string | null;
                                } | null;
                                /** @description 在 sides/change 的图层中的要素编号 */
                                id: number;
                                /** @description 图层代码 */
                                layer: string;
                                to: {
                                    code: string;
                                    name: string | null;
                                } | null;
                                township: {
                                    code: string;
                                    name: string | null;
                                } | null;
                                /** @description WHLX：1 调入，2 属性变更，3 调出 */
                                type: string;
                                whbh: string | null;
                            }[];
                            /** @description 符合条件的个数 */
                            total: number;
                            /** @description 各图层、各维护类型的合计，不受条件影响 */
                            totals: {
                                /** @description 椭球面积，平方米 */
                                area: number;
                                layer: string;
                                pieces: number;
                                type: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job}/review/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一项判定的证据图斑（GeoJSON），大的在前 */
        get: {
            parameters: {
                query: {
                    limit: number;
                    offset: number;
                    /** @description 规则编号 */
                    rule: string;
                };
                header?: never;
                path: {
                    /** @description 任务编号 */
                    job: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            features: {
                                geometry: {
                                    coordinates: unknown[];
                                    type: string;
                                } | null;
                                id: number;
                                properties: {
                                    /** @description 椭球面积，平方米 */
                                    area: number;
                                    box: number[] | null;
                                    bsm: string | null;
                                    label: string;
                                    layer: string;
                                    /** @description 在该判定的证据中的次序，从 0 起 */
                                    n: number;
                                    /** @description 平面面积，平方米 */
                                    planeArea: number;
                                    side: "filed" | "maintained" | "change";
                                };
                                /** @enum {string} */
                                type: "Feature";
                            }[];
                            /** @description 符合条件的个数 */
                            numberMatched: number;
                            /** @description 这一页的个数 */
                            numberReturned: number;
                            /** @enum {string} */
                            type: "FeatureCollection";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job}/review/pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一项判定的前后对照图 */
        get: {
            parameters: {
                query: {
                    /** @description 规则编号 */
                    rule: string;
                };
                header?: never;
                path: {
                    /** @description 任务编号 */
                    job: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            filed: {
                                /** @description 椭球面积，平方米 */
                                area: number;
                                geometry: {
                                    coordinates: unknown[];
                                    type: "Polygon" | "MultiPolygon";
                                };
                                /** @description 服务范围内、服务范围外、设施 */
                                role: "served" | "unserved" | "facility";
                            }[];
                            maintained: {
                                /** @description 椭球面积，平方米 */
                                area: number;
                                geometry: {
                                    coordinates: unknown[];
                                    type: "Polygon" | "MultiPolygon";
                                };
                                /** @description 服务范围内、服务范围外、设施 */
                                role: "served" | "unserved" | "facility";
                            }[];
                            title: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job}/sides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 审查的各方：备案库、维护后数据库、基础数据、变更图斑 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 任务编号 */
                    job: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * @description 备案库、维护后数据库、基础数据，或变更图斑
                             * @enum {string}
                             */
                            side: "filed" | "maintained" | "base" | "change";
                            title: string;
                            version: {
                                number: number;
                                plan: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job}/sides/{side}/layers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 审查一方的图层、字段和要素个数 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 任务编号 */
                    job: string;
                    /** @description 备案库、维护后数据库、基础数据，或变更图斑 */
                    side: "filed" | "maintained" | "base" | "change";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 图层代码 */
                            code: string;
                            /** @description 坐标系的 EPSG 代码 */
                            epsg: number;
                            /** @description 要素个数 */
                            features: number;
                            fields: {
                                kind: "text" | "number";
                                name: string;
                                title: string | null;
                            }[];
                            /** @description 图层名称 */
                            title: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job}/sides/{side}/style": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 审查一方的 MapLibre 样式，用地用海分类按制图规范的颜色 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 任务编号 */
                    job: string;
                    /** @description 备案库、维护后数据库、基础数据，或变更图斑 */
                    side: "filed" | "maintained" | "base" | "change";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job}/sides/{side}/tiles/{layers}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** TileJSON：审查一方的矢量瓦片的地址、范围和字段 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 任务编号 */
                    job: string;
                    /** @description 图层代码，多个用逗号分隔；all 为全部图层 */
                    layers: string;
                    /** @description 备案库、维护后数据库、基础数据，或变更图斑 */
                    side: "filed" | "maintained" | "base" | "change";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{job}/sides/{side}/tiles/{layers}/{z}/{x}/{y}.mvt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 审查一方的一块矢量瓦片（Mapbox Vector Tile 2.1，Web 墨卡托）；没有内容时 204
         * @description 图层 tuheng 说明每个图层在这块瓦片中是否完整（exact）、有多少图斑因太小由小方块代表（stood_for）或没有画出（left_out）。
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 任务编号 */
                    job: string;
                    /** @description 图层代码，多个用逗号分隔；all 为全部图层 */
                    layers: string;
                    /** @description 备案库、维护后数据库、基础数据，或变更图斑 */
                    side: "filed" | "maintained" | "base" | "change";
                    /** @description 列 */
                    x: number;
                    /** @description 行，从北向南 */
                    y: number;
                    /** @description 缩放级别 */
                    z: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自己提交的最近 20 个任务的进度（server-sent events，事件 job） */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 台账，最近的在前 */
        get: {
            parameters: {
                query: {
                    /** @description 谁 */
                    actor?: string;
                    /** @description 上一页的 next */
                    after?: string;
                    /** @description 一并数出符合条件的行数 */
                    count: boolean;
                    /** @description 从这一刻起 */
                    from?: string;
                    /**
                     * @description 从这一天起，北京时间；写了 from 时不用
                     * @example 2026-11-30
                     */
                    fromDay?: string;
                    limit: number;
                    /** @description 链：plan:规划代码、region:行政区代码、accounts、jobs 或 system */
                    scope?: string;
                    /** @description 对象、理由、人或所做的事（包括它的名称）中含有的文字 */
                    text?: string;
                    /** @description 到这一刻以前 */
                    to?: string;
                    /**
                     * @description 到这一天止，含当天，北京时间；写了 to 时不用
                     * @example 2026-11-30
                     */
                    toDay?: string;
                    /** @description 做了什么，见 /api/v1/ledger/verbs */
                    verb?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            rows: {
                                /** @description 谁 */
                                actor: string;
                                after: string | null;
                                algorithm: string;
                                /**
                                 * @description UTC，微秒
                                 * @example 2026-11-25T08:00:00.000000Z
                                 */
                                at: string;
                                before: string | null;
                                /** @description 本行的哈希 */
                                hash: string;
                                /** @description 对什么 */
                                object: string;
                                /** @description 从哪里 */
                                origin: string;
                                /** @description 前一行的哈希 */
                                prevHash: string;
                                /** @description 理由 */
                                reason: string;
                                /** @description 链：plan:规划代码、region:行政区代码、accounts、jobs 或 system */
                                scope: string;
                                /** @description 链中的序号 */
                                seq: number;
                                /** @description 做了什么的名称 */
                                title: string;
                                /** @description 做了什么 */
                                verb: string;
                            }[];
                            /** @description 符合条件的行数；count 为 true 时 */
                            total?: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出台账（JSON Lines），可用 tuheng ledger verify 离线校验 */
        get: {
            parameters: {
                query?: {
                    /** @description 链：plan:规划代码、region:行政区代码、accounts、jobs 或 system */
                    scope?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/seal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 封存：各链此刻的末行，请另行保存 */
        get: {
            parameters: {
                query?: {
                    /** @description 链：plan:规划代码、region:行政区代码、accounts、jobs 或 system */
                    scope?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            algorithm: string;
                            /**
                             * @description UTC，微秒
                             * @example 2026-11-25T08:00:00.000000Z
                             */
                            at: string;
                            digest: string;
                            schema: string;
                            seals: {
                                hash: string;
                                /** @description 链：plan:规划代码、region:行政区代码、accounts、jobs 或 system */
                                scope: string;
                                seq: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/verbs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 台账记哪些事，和它们的名称 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            title: string;
                            verb: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 校验台账；时间长时回答 202，随后到 Location 处取结果 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description 链：plan:规划代码、region:行政区代码、accounts、jobs 或 system */
                        scope?: string;
                    };
                };
            };
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 校验编号 */
                            id: string;
                            result?: {
                                /** @description 各链第一处不符 */
                                breaks: {
                                    fault: string;
                                    /** @description 哪里不符 */
                                    message: string;
                                    scope: string | null;
                                    seq: number | null;
                                }[];
                                chains: {
                                    head: string | null;
                                    rows: number;
                                    scope: string;
                                    sound: boolean;
                                }[];
                                /** @description 校验的行数 */
                                rows: number;
                                /** @description 全部相符 */
                                sound: boolean;
                            };
                            state: "running" | "done";
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 校验编号 */
                            id: string;
                            result?: {
                                /** @description 各链第一处不符 */
                                breaks: {
                                    fault: string;
                                    /** @description 哪里不符 */
                                    message: string;
                                    scope: string | null;
                                    seq: number | null;
                                }[];
                                chains: {
                                    head: string | null;
                                    rows: number;
                                    scope: string;
                                    sound: boolean;
                                }[];
                                /** @description 校验的行数 */
                                rows: number;
                                /** @description 全部相符 */
                                sound: boolean;
                            };
                            state: "running" | "done";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/verifications/{verification}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自己要求的一次校验的结果 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    verification: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 校验编号 */
                            id: string;
                            result?: {
                                /** @description 各链第一处不符 */
                                breaks: {
                                    fault: string;
                                    /** @description 哪里不符 */
                                    message: string;
                                    scope: string | null;
                                    seq: number | null;
                                }[];
                                chains: {
                                    head: string | null;
                                    rows: number;
                                    scope: string;
                                    sound: boolean;
                                }[];
                                /** @description 校验的行数 */
                                rows: number;
                                /** @description 全部相符 */
                                sound: boolean;
                            };
                            state: "running" | "done";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自己的通知，最近的在前，最多 100 条 */
        get: {
            parameters: {
                query: {
                    /** @description 只要未读的 */
                    unread: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /**
                                 * @description UTC，微秒
                                 * @example 2026-11-25T08:00:00.000000Z
                                 */
                                at: string;
                                /** @description 谁 */
                                by: string;
                                id: string;
                                /** @description 已读 */
                                isRead: boolean;
                                /** @description 任务编号 */
                                job: string;
                                /**
                                 * @description 指派给我、有答复、有异议、任务做完、任务失败
                                 * @enum {string}
                                 */
                                kind: "assigned" | "answered" | "contested" | "job-done" | "job-failed";
                                plan: string | null;
                                subject?: {
                                    kind: "verdict" | "piece" | "finding";
                                    /** @description 图斑或问题的次序，从 0 起 */
                                    piece?: number;
                                    /** @description 规则编号 */
                                    rule: string;
                                    /** @description 审查任务的质检问题在哪一方 */
                                    side?: "filed" | "maintained";
                                };
                                /** @description 所写的内容；任务的种类或错误代码 */
                                text: string;
                            }[];
                            /** @description 其中未读的条数 */
                            unread: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 到这一时刻的通知都已读 */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        until: string;
                    };
                };
            };
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可以查看的规划和各自当前有效的版本 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 规划代码 */
                            code: string;
                            head: {
                                /** @description 发布人 */
                                actor: string;
                                /** @description 内容的哈希 */
                                content: string;
                                /** @description 终止的要素个数 */
                                ended: number;
                                /** @description 要素个数 */
                                features: number;
                                kind: "import" | "publish" | "rollback";
                                /** @description 版本号 */
                                number: number;
                                /** @description 新增的要素个数 */
                                opened: number;
                                origin: number | null;
                                /**
                                 * @description UTC，微秒
                                 * @example 2026-11-25T08:00:00.000000Z
                                 */
                                publishedAt: string;
                                /** @description 理由 */
                                reason: string;
                                review: string | null;
                            };
                            /** @description 名称 */
                            name: string;
                            /** @description 行政区代码 */
                            region: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{plan}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个规划和当前有效的版本 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 规划代码 */
                    plan: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 规划代码 */
                            code: string;
                            head: {
                                /** @description 发布人 */
                                actor: string;
                                /** @description 内容的哈希 */
                                content: string;
                                /** @description 终止的要素个数 */
                                ended: number;
                                /** @description 要素个数 */
                                features: number;
                                kind: "import" | "publish" | "rollback";
                                /** @description 版本号 */
                                number: number;
                                /** @description 新增的要素个数 */
                                opened: number;
                                origin: number | null;
                                /**
                                 * @description UTC，微秒
                                 * @example 2026-11-25T08:00:00.000000Z
                                 */
                                publishedAt: string;
                                /** @description 理由 */
                                reason: string;
                                review: string | null;
                            };
                            /** @description 名称 */
                            name: string;
                            /** @description 行政区代码 */
                            region: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{plan}/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 两个版本之间各图层的差别 */
        get: {
            parameters: {
                query: {
                    /** @description 版本号，或日期（该日结束时有效的版本），或 head（当前有效的版本） */
                    from: string;
                    /** @description 版本号，或日期（该日结束时有效的版本），或 head（当前有效的版本） */
                    to?: string;
                };
                header?: never;
                path: {
                    /** @description 规划代码 */
                    plan: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            from: {
                                /** @description 发布人 */
                                actor: string;
                                /** @description 内容的哈希 */
                                content: string;
                                /** @description 终止的要素个数 */
                                ended: number;
                                /** @description 要素个数 */
                                features: number;
                                kind: "import" | "publish" | "rollback";
                                /** @description 版本号 */
                                number: number;
                                /** @description 新增的要素个数 */
                                opened: number;
                                origin: number | null;
                                /**
                                 * @description UTC，微秒
                                 * @example 2026-11-25T08:00:00.000000Z
                                 */
                                publishedAt: string;
                                /** @description 理由 */
                                reason: string;
                                review: string | null;
                            };
                            layers: {
                                /** @description 图层代码 */
                                code: string;
                                /** @description 只在旧版本中的要素个数 */
                                ended: number;
                                /** @description 前者的椭球面积，平方米 */
                                endedArea: number;
                                /** @description 只在新版本中的要素个数 */
                                opened: number;
                                /** @description 后者的椭球面积，平方米 */
                                openedArea: number;
                                /** @description 图层名称 */
                                title: string;
                            }[];
                            to: {
                                /** @description 发布人 */
                                actor: string;
                                /** @description 内容的哈希 */
                                content: string;
                                /** @description 终止的要素个数 */
                                ended: number;
                                /** @description 要素个数 */
                                features: number;
                                kind: "import" | "publish" | "rollback";
                                /** @description 版本号 */
                                number: number;
                                /** @description 新增的要素个数 */
                                opened: number;
                                origin: number | null;
                                /**
                                 * @description UTC，微秒
                                 * @example 2026-11-25T08:00:00.000000Z
                                 */
                                publishedAt: string;
                                /** @description 理由 */
                                reason: string;
                                review: string | null;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{plan}/compare/{layer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个图层在两个版本之间有差别的要素 */
        get: {
            parameters: {
                query: {
                    /** @description 版本号，或日期（该日结束时有效的版本），或 head（当前有效的版本） */
                    from: string;
                    /** @description 默认 100 */
                    limit?: number;
                    offset?: number;
                    /** @description 版本号，或日期（该日结束时有效的版本），或 head（当前有效的版本） */
                    to?: string;
                };
                header?: never;
                path: {
                    /** @description 图层代码 */
                    layer: string;
                    /** @description 规划代码 */
                    plan: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 从大到小 */
                            features: {
                                /** @description 国家椭球面积，平方米，两位小数 */
                                area: number;
                                /** @description 西、南、东、北，度（CGCS2000）；没有几何时为 null */
                                box: number[] | null;
                                bsm: string | null;
                                code: string | null;
                                /** @description 要素编号，与瓦片和 OGC API 中的一致 */
                                id: number;
                                label: string | null;
                                /** @description 只在旧版本中（ended）或只在新版本中（opened） */
                                side: "ended" | "opened";
                            }[];
                            /** @description 两侧要素的个数 */
                            total: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{plan}/compare/{layer}/shapes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 这些要素的图形，两侧在一起，最大的 5000 个 */
        get: {
            parameters: {
                query: {
                    /** @description 版本号，或日期（该日结束时有效的版本），或 head（当前有效的版本） */
                    from: string;
                    /** @description 版本号，或日期（该日结束时有效的版本），或 head（当前有效的版本） */
                    to?: string;
                };
                header?: never;
                path: {
                    /** @description 图层代码 */
                    layer: string;
                    /** @description 规划代码 */
                    plan: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description GeoJSON，经度、纬度（CGCS2000） */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/geo+json": {
                            features: {
                                /** @description GeoJSON，经度、纬度（CGCS2000） */
                                geometry: {
                                    coordinates: number[][][];
                                    /** @enum {string} */
                                    type: "Polygon";
                                } | {
                                    coordinates: number[][][][];
                                    /** @enum {string} */
                                    type: "MultiPolygon";
                                } | null;
                                /** @description 要素编号，与瓦片和 OGC API 中的一致 */
                                id: number;
                                properties: {
                                    code: string | null;
                                    /** @description 要素编号，与瓦片和 OGC API 中的一致 */
                                    id: number;
                                    /** @description 只在旧版本中（ended）或只在新版本中（opened） */
                                    side: "ended" | "opened";
                                };
                                /** @enum {string} */
                                type: "Feature";
                            }[];
                            /** @description 没有给出的要素个数 */
                            leftOut: number;
                            /** @enum {string} */
                            type: "FeatureCollection";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{plan}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 以旧版本的内容另发一个新版本；中间的版本仍然可查 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 规划代码 */
                    plan: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description 理由，记入台账 */
                        reason: string;
                        /** @description 要恢复的版本号 */
                        to: number;
                    };
                };
            };
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 发布人 */
                            actor: string;
                            /** @description 内容的哈希 */
                            content: string;
                            /** @description 终止的要素个数 */
                            ended: number;
                            /** @description 要素个数 */
                            features: number;
                            kind: "import" | "publish" | "rollback";
                            /** @description 版本号 */
                            number: number;
                            /** @description 新增的要素个数 */
                            opened: number;
                            origin: number | null;
                            /**
                             * @description UTC，微秒
                             * @example 2026-11-25T08:00:00.000000Z
                             */
                            publishedAt: string;
                            /** @description 理由 */
                            reason: string;
                            review: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{plan}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 规划的全部版本，从第一个开始 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 规划代码 */
                    plan: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 发布人 */
                            actor: string;
                            /** @description 内容的哈希 */
                            content: string;
                            /** @description 终止的要素个数 */
                            ended: number;
                            /** @description 要素个数 */
                            features: number;
                            kind: "import" | "publish" | "rollback";
                            /** @description 版本号 */
                            number: number;
                            /** @description 新增的要素个数 */
                            opened: number;
                            origin: number | null;
                            /**
                             * @description UTC，微秒
                             * @example 2026-11-25T08:00:00.000000Z
                             */
                            publishedAt: string;
                            /** @description 理由 */
                            reason: string;
                            review: string | null;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{plan}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个版本 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 规划代码 */
                    plan: string;
                    /** @description 版本号，或日期（该日结束时有效的版本），或 head（当前有效的版本） */
                    version: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 发布人 */
                            actor: string;
                            /** @description 内容的哈希 */
                            content: string;
                            /** @description 终止的要素个数 */
                            ended: number;
                            /** @description 要素个数 */
                            features: number;
                            kind: "import" | "publish" | "rollback";
                            /** @description 版本号 */
                            number: number;
                            /** @description 新增的要素个数 */
                            opened: number;
                            origin: number | null;
                            /**
                             * @description UTC，微秒
                             * @example 2026-11-25T08:00:00.000000Z
                             */
                            publishedAt: string;
                            /** @description 理由 */
                            reason: string;
                            review: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{plan}/versions/{version}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载一个版本：gpkg、gdb（zip）、geojson（多个图层为 zip）或属性表 xlsx
         * @description 大的版本先回答 202 和 Retry-After，文件正在写出；过后再取同一地址。
         */
        get: {
            parameters: {
                query: {
                    format: "gpkg" | "gdb" | "geojson" | "xlsx";
                    /** @description 图层代码，逗号分隔 */
                    layers?: string;
                };
                header?: never;
                path: {
                    /** @description 规划代码 */
                    plan: string;
                    /** @description 版本号，或日期（该日结束时有效的版本），或 head（当前有效的版本） */
                    version: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            state: "writing";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{plan}/versions/{version}/identify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个点上各图层的要素、全部属性和图形；点在边界上时两侧的要素都算 */
        get: {
            parameters: {
                query: {
                    /** @description 纬度，度 */
                    lat: number;
                    /** @description 图层代码，多个用逗号分隔；all 为全部图层 */
                    layers?: string;
                    /** @description 经度，度（CGCS2000） */
                    lon: number;
                };
                header?: never;
                path: {
                    /** @description 规划代码 */
                    plan: string;
                    /** @description 版本号，或日期（该日结束时有效的版本），或 head（当前有效的版本） */
                    version: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            features: {
                                /** @description 国家椭球面积，平方米，两位小数 */
                                area: number;
                                /** @description 按图层的字段顺序 */
                                attributes: {
                                    [key: string]: string | number | null;
                                };
                                bsm: string | null;
                                /** @description GeoJSON，经度、纬度（CGCS2000） */
                                geometry: {
                                    coordinates: number[][][];
                                    /** @enum {string} */
                                    type: "Polygon";
                                } | {
                                    coordinates: number[][][][];
                                    /** @enum {string} */
                                    type: "MultiPolygon";
                                };
                                /** @description 要素编号，与瓦片和 OGC API 中的一致 */
                                id: number;
                                /** @description 图层代码 */
                                layer: string;
                                /** @description 图层名称 */
                                title: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{plan}/versions/{version}/layers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个版本的图层、字段和要素个数 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 规划代码 */
                    plan: string;
                    /** @description 版本号，或日期（该日结束时有效的版本），或 head（当前有效的版本） */
                    version: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 图层代码 */
                            code: string;
                            /** @description 坐标系的 EPSG 代码 */
                            epsg: number;
                            /** @description 要素个数 */
                            features: number;
                            fields: {
                                kind: "text" | "number";
                                name: string;
                                title: string | null;
                            }[];
                            /** @description 图层名称 */
                            title: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{plan}/versions/{version}/layers/{layer}/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 按属性和位置查询一个图层，一页一页地给出表格 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 图层代码 */
                    layer: string;
                    /** @description 规划代码 */
                    plan: string;
                    /** @description 版本号，或日期（该日结束时有效的版本），或 head（当前有效的版本） */
                    version: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description 要哪些字段；默认全部 */
                        fields?: string[];
                        /** @description CQL2 文本，坐标为经度、纬度 */
                        filter?: string;
                        /** @description 是否给出全部结果的编号 */
                        ids?: boolean;
                        /** @description 默认 100 */
                        limit?: number;
                        offset?: number;
                        /** @description GeoJSON，经度、纬度（CGCS2000） */
                        place?: {
                            coordinates: number[][][];
                            /** @enum {string} */
                            type: "Polygon";
                        } | {
                            coordinates: number[][][][];
                            /** @enum {string} */
                            type: "MultiPolygon";
                        };
                        /** @description 与 place 相交（默认，边界相接也算）或完全在内 */
                        relation?: "intersects" | "within";
                        /** @description 文字按编码排序；空值总在最后 */
                        sort?: {
                            descending?: boolean;
                            field: string;
                        };
                    };
                };
            };
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 全部结果的编号，按排序；超过 500000 个时只有前 500000 个 */
                            all?: number[];
                            /** @description 全部结果的椭球面积，平方米，两位小数 */
                            area: number;
                            /** @description 这一页各行的面积 */
                            areas: number[];
                            /** @description 这一页各行的范围 */
                            boxes: (number[] | null)[];
                            fields: string[];
                            /** @description 这一页各行的编号 */
                            ids: number[];
                            /** @description 这一页，按 fields 的顺序 */
                            rows: (string | number | null)[][];
                            /** @description 全部结果的个数 */
                            total: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{plan}/versions/{version}/layers/{layer}/selection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 把查询到的要素写成文件：gpkg、gdb（zip）、geojson 或属性表 xlsx
         * @description 坐标系和字段与整个版本的导出相同。文件从 href 取，不用后保留一天。
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 图层代码 */
                    layer: string;
                    /** @description 规划代码 */
                    plan: string;
                    /** @description 版本号，或日期（该日结束时有效的版本），或 head（当前有效的版本） */
                    version: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description CQL2 文本，坐标为经度、纬度 */
                        filter?: string;
                        /** @enum {string} */
                        format: "gpkg" | "gdb" | "geojson" | "xlsx";
                        /** @description GeoJSON，经度、纬度（CGCS2000） */
                        place?: {
                            coordinates: number[][][];
                            /** @enum {string} */
                            type: "Polygon";
                        } | {
                            coordinates: number[][][][];
                            /** @enum {string} */
                            type: "MultiPolygon";
                        };
                        /** @description 与 place 相交（默认，边界相接也算）或完全在内 */
                        relation?: "intersects" | "within";
                    };
                };
            };
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 要素个数 */
                            features: number;
                            /** @description 下载地址 */
                            href: string;
                            /** @description 文件名 */
                            name: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{plan}/versions/{version}/layers/{layer}/selection/{selection}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载写好的要素；还在写出时回答 202 和 Retry-After */
        get: {
            parameters: {
                query: {
                    format: "gpkg" | "gdb" | "geojson" | "xlsx";
                };
                header?: never;
                path: {
                    /** @description 图层代码 */
                    layer: string;
                    /** @description 规划代码 */
                    plan: string;
                    selection: string;
                    /** @description 版本号，或日期（该日结束时有效的版本），或 head（当前有效的版本） */
                    version: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            state: "writing";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{plan}/versions/{version}/layers/{layer}/shapes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 一些要素的图形，按编号
         * @description 图层中没有的编号不在结果中。
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 图层代码 */
                    layer: string;
                    /** @description 规划代码 */
                    plan: string;
                    /** @description 版本号，或日期（该日结束时有效的版本），或 head（当前有效的版本） */
                    version: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids: number[];
                    };
                };
            };
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description GeoJSON，经度、纬度（CGCS2000） */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/geo+json": {
                            features: {
                                /** @description GeoJSON，经度、纬度（CGCS2000） */
                                geometry: {
                                    coordinates: number[][][];
                                    /** @enum {string} */
                                    type: "Polygon";
                                } | {
                                    coordinates: number[][][][];
                                    /** @enum {string} */
                                    type: "MultiPolygon";
                                } | null;
                                /** @description 要素编号，与瓦片和 OGC API 中的一致 */
                                id: number;
                                properties: Record<string, never>;
                                /** @enum {string} */
                                type: "Feature";
                            }[];
                            /** @enum {string} */
                            type: "FeatureCollection";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{plan}/versions/{version}/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个图层按乡镇和分类统计的面积
         * @description 乡镇取 base 所指规划当前版本的行政区图层（XZQ）；没有给出 base，或其中没有行政区，则全县为一个区域。第一次计算较久时回答 202 和 Retry-After，过后再取同一地址。
         */
        get: {
            parameters: {
                query: {
                    /** @description 规划代码 */
                    base?: string;
                    /** @description 图层代码 */
                    layer: string;
                };
                header?: never;
                path: {
                    /** @description 规划代码 */
                    plan: string;
                    /** @description 版本号，或日期（该日结束时有效的版本），或 head（当前有效的版本） */
                    version: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 椭球面积，平方米，两位小数；先按区域，再按分类 */
                            areas: number[][];
                            classes: {
                                code: string;
                                colour: string;
                                title: string;
                            }[];
                            classField: string | null;
                            /** @description 要素个数；跨界的要素在两侧都计 */
                            features: number[][];
                            /** @description 图层代码 */
                            layer: string;
                            /** @description 不在任何区域内的面积，按分类 */
                            outside: number[];
                            regions: {
                                code: string;
                                name: string;
                            }[];
                            /** @description 图层名称 */
                            title: string;
                            total: {
                                /** @description 图层的面积 */
                                area: number;
                                /** @description 图层的要素个数 */
                                features: number;
                            };
                            /** @description 版本号 */
                            version: number;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            state: "computing";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{plan}/versions/{version}/style": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个版本的 MapLibre 样式，用地用海分类按制图规范的颜色 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 规划代码 */
                    plan: string;
                    /** @description 版本号，或日期（该日结束时有效的版本），或 head（当前有效的版本） */
                    version: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{plan}/versions/{version}/tiles/{layers}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** TileJSON：一个版本的矢量瓦片的地址、范围和字段 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 图层代码，多个用逗号分隔；all 为全部图层 */
                    layers: string;
                    /** @description 规划代码 */
                    plan: string;
                    /** @description 版本号，或日期（该日结束时有效的版本），或 head（当前有效的版本） */
                    version: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{plan}/versions/{version}/tiles/{layers}/{z}/{x}/{y}.mvt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个版本的一块矢量瓦片（Mapbox Vector Tile 2.1，Web 墨卡托）；没有内容时 204
         * @description 图层 tuheng 说明每个图层在这块瓦片中是否完整（exact）、有多少图斑因太小由小方块代表（stood_for）或没有画出（left_out）。
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 图层代码，多个用逗号分隔；all 为全部图层 */
                    layers: string;
                    /** @description 规划代码 */
                    plan: string;
                    /** @description 版本号，或日期（该日结束时有效的版本），或 head（当前有效的版本） */
                    version: string;
                    /** @description 列 */
                    x: number;
                    /** @description 行，从北向南 */
                    y: number;
                    /** @description 缩放级别 */
                    z: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recovery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 凭 tuheng account recover 给出的一次性链接重设管理员密码，并登录 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description 密码 */
                        password: string;
                        secret: string;
                    };
                };
            };
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 显示名 */
                            displayName: string;
                            grants: {
                                region: string | null;
                                regionName: string | null;
                                /** @description 角色 */
                                role: string;
                                /** @description 角色的名称 */
                                title: string;
                                /** @description 可以做的事 */
                                verbs: string[];
                            }[];
                            limits?: {
                                region: string | null;
                                verbs: string[];
                            };
                            /** @description 账号名 */
                            name: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自己的行政区和其下各级，上级在前 */
        get: {
            parameters: {
                query?: {
                    /** @description 权限 */
                    verb?: "plan.read" | "plan.import" | "plan.publish" | "plan.rollback" | "case.prepare" | "case.submit" | "case.comment" | "case.review" | "case.approve" | "notice.read" | "notice.comment" | "rule.set" | "job.run" | "ledger.read" | "account.manage";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 行政区代码 */
                            adcode: string;
                            /** @description province、city、county 或 township */
                            level: string;
                            /** @description 名称 */
                            name: string;
                            parent: string | null;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/regions/{region}/thresholds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 行政区和它的上级设定过的阈值，最近的在前；value 为 null 是撤销 */
        get: {
            parameters: {
                query: {
                    /** @description 只要这个编号以前的 */
                    before?: number;
                    limit: number;
                };
                header?: never;
                path: {
                    /**
                     * @description 行政区代码
                     * @example 230882
                     */
                    region: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * @description UTC，微秒
                             * @example 2026-11-25T08:00:00.000000Z
                             */
                            at: string;
                            /**
                             * @description 规则库：review 维护审查，inspection 数据质检
                             * @enum {string}
                             */
                            book: "review" | "inspection";
                            /** @description 谁 */
                            by: string;
                            confidence: ("found" | "memory-high" | "memory-medium" | "memory-low" | "derived" | "suggestion" | "none") | null;
                            /** @description 编号 */
                            id: number;
                            /** @description 参数 */
                            parameter: string;
                            /** @description 理由 */
                            reason: string;
                            region: {
                                /**
                                 * @description 行政区代码
                                 * @example 230882
                                 */
                                adcode: string;
                                /** @description 名称 */
                                name: string;
                            };
                            /** @description 规则 */
                            rule: string;
                            /** @description 出处；没有写明时为空 */
                            source: string;
                            value: (number | string) | null;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/regions/{region}/thresholds/{book}/{rule}/{parameter}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 设定阈值：写明出处的为已核实；此后提交的审查和质检按它计算 */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 规则库：review 维护审查，inspection 数据质检 */
                    book: "review" | "inspection";
                    /** @description 参数 */
                    parameter: string;
                    /** @description 县、市或省的行政区代码 */
                    region: string;
                    /** @description 规则 */
                    rule: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description 理由，记入台账 */
                        reason: string;
                        /**
                         * @description 文件名和条款；不写即未核实
                         * @default
                         */
                        source: string;
                        /** @description 数或文字，须合乎参数的 form */
                        value: unknown;
                    };
                };
            };
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * @description 可信程度；found、memory-high 为已核实
                             * @enum {string}
                             */
                            confidence: "found" | "memory-high" | "memory-medium" | "memory-low" | "derived" | "suggestion" | "none";
                            /** @description 规则自带的值 */
                            default: {
                                /**
                                 * @description 可信程度；found、memory-high 为已核实
                                 * @enum {string}
                                 */
                                confidence: "found" | "memory-high" | "memory-medium" | "memory-low" | "derived" | "suggestion" | "none";
                                source: string;
                                value: (number | string) | string[];
                                verified: boolean;
                            };
                            /** @description 可以设定成什么：number 在 least 到 most 之间的数（whole 为整数），layer 图层代码，text 规则读取的文字，statement 只能注明出处予以确认，list 不能设定 */
                            form: {
                                kind: "number" | "layer" | "text" | "statement" | "list";
                                least?: number;
                                most?: number;
                                whole?: boolean;
                            };
                            /** @description 参数 */
                            name: string;
                            /** @description 被它取代的上级设定，由近及远 */
                            overrides: {
                                /**
                                 * @description UTC，微秒
                                 * @example 2026-11-25T08:00:00.000000Z
                                 */
                                at: string;
                                /** @description 谁 */
                                by: string;
                                /**
                                 * @description 可信程度；found、memory-high 为已核实
                                 * @enum {string}
                                 */
                                confidence: "found" | "memory-high" | "memory-medium" | "memory-low" | "derived" | "suggestion" | "none";
                                /** @description 理由 */
                                reason: string;
                                region: {
                                    /**
                                     * @description 行政区代码
                                     * @example 230882
                                     */
                                    adcode: string;
                                    /** @description 名称 */
                                    name: string;
                                };
                                /** @description 出处；没有写明时为空 */
                                source: string;
                                value: number | string;
                            }[];
                            set: {
                                /**
                                 * @description UTC，微秒
                                 * @example 2026-11-25T08:00:00.000000Z
                                 */
                                at: string;
                                /** @description 谁 */
                                by: string;
                                /**
                                 * @description 可信程度；found、memory-high 为已核实
                                 * @enum {string}
                                 */
                                confidence: "found" | "memory-high" | "memory-medium" | "memory-low" | "derived" | "suggestion" | "none";
                                /** @description 理由 */
                                reason: string;
                                region: {
                                    /**
                                     * @description 行政区代码
                                     * @example 230882
                                     */
                                    adcode: string;
                                    /** @description 名称 */
                                    name: string;
                                };
                                /** @description 出处；没有写明时为空 */
                                source: string;
                                value: number | string;
                            } | null;
                            /** @description 出处 */
                            source: string;
                            /** @description 名称 */
                            title: string;
                            /** @description 单位；文字和列表为空 */
                            unit: string;
                            value: (number | string) | string[];
                            /** @description 是否已核实：未核实的参数可以使规则不通过，不能使它通过 */
                            verified: boolean;
                        };
                    };
                };
            };
        };
        post?: never;
        /** 撤销自己设定的阈值：回到上级的，或规则自带的 */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 规则库：review 维护审查，inspection 数据质检 */
                    book: "review" | "inspection";
                    /** @description 参数 */
                    parameter: string;
                    /** @description 县、市或省的行政区代码 */
                    region: string;
                    /** @description 规则 */
                    rule: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description 理由，记入台账 */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * @description 可信程度；found、memory-high 为已核实
                             * @enum {string}
                             */
                            confidence: "found" | "memory-high" | "memory-medium" | "memory-low" | "derived" | "suggestion" | "none";
                            /** @description 规则自带的值 */
                            default: {
                                /**
                                 * @description 可信程度；found、memory-high 为已核实
                                 * @enum {string}
                                 */
                                confidence: "found" | "memory-high" | "memory-medium" | "memory-low" | "derived" | "suggestion" | "none";
                                source: string;
                                value: (number | string) | string[];
                                verified: boolean;
                            };
                            /** @description 可以设定成什么：number 在 least 到 most 之间的数（whole 为整数），layer 图层代码，text 规则读取的文字，statement 只能注明出处予以确认，list 不能设定 */
                            form: {
                                kind: "number" | "layer" | "text" | "statement" | "list";
                                least?: number;
                                most?: number;
                                whole?: boolean;
                            };
                            /** @description 参数 */
                            name: string;
                            /** @description 被它取代的上级设定，由近及远 */
                            overrides: {
                                /**
                                 * @description UTC，微秒
                                 * @example 2026-11-25T08:00:00.000000Z
                                 */
                                at: string;
                                /** @description 谁 */
                                by: string;
                                /**
                                 * @description 可信程度；found、memory-high 为已核实
                                 * @enum {string}
                                 */
                                confidence: "found" | "memory-high" | "memory-medium" | "memory-low" | "derived" | "suggestion" | "none";
                                /** @description 理由 */
                                reason: string;
                                region: {
                                    /**
                                     * @description 行政区代码
                                     * @example 230882
                                     */
                                    adcode: string;
                                    /** @description 名称 */
                                    name: string;
                                };
                                /** @description 出处；没有写明时为空 */
                                source: string;
                                value: number | string;
                            }[];
                            set: {
                                /**
                                 * @description UTC，微秒
                                 * @example 2026-11-25T08:00:00.000000Z
                                 */
                                at: string;
                                /** @description 谁 */
                                by: string;
                                /**
                                 * @description 可信程度；found、memory-high 为已核实
                                 * @enum {string}
                                 */
                                confidence: "found" | "memory-high" | "memory-medium" | "memory-low" | "derived" | "suggestion" | "none";
                                /** @description 理由 */
                                reason: string;
                                region: {
                                    /**
                                     * @description 行政区代码
                                     * @example 230882
                                     */
                                    adcode: string;
                                    /** @description 名称 */
                                    name: string;
                                };
                                /** @description 出处；没有写明时为空 */
                                source: string;
                                value: number | string;
                            } | null;
                            /** @description 出处 */
                            source: string;
                            /** @description 名称 */
                            title: string;
                            /** @description 单位；文字和列表为空 */
                            unit: string;
                            value: (number | string) | string[];
                            /** @description 是否已核实：未核实的参数可以使规则不通过，不能使它通过 */
                            verified: boolean;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 全部角色和权限 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            roles: {
                                role: string;
                                title: string;
                                verbs: string[];
                            }[];
                            verbs: {
                                title: string;
                                verb: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 规则库：依据、参数、出处和可信程度；写明行政区时按它和上级设定的阈值 */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description 行政区代码
                     * @example 230882
                     */
                    region?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            books: {
                                /** @description SHA-256；与 review.json、inspection.json 的 ruleBook.digest 相同 */
                                digest: string;
                                /**
                                 * @description 规则库：review 维护审查，inspection 数据质检
                                 * @enum {string}
                                 */
                                id: "review" | "inspection";
                                rules: {
                                    basis: {
                                        article: string | null;
                                        /**
                                         * @description 可信程度；found、memory-high 为已核实
                                         * @enum {string}
                                         */
                                        confidence: "found" | "memory-high" | "memory-medium" | "memory-low" | "derived" | "suggestion" | "none";
                                        /** @description 文件 */
                                        document: string;
                                        /** @description 出处 */
                                        source: string;
                                        verified: boolean;
                                    }[];
                                    category: string | null;
                                    categoryTitle: string | null;
                                    description: string | null;
                                    /** @description 规则 */
                                    id: string;
                                    /** @description 读取的图层；质检规则按图层各自适用，为空 */
                                    layers: string[];
                                    off: {
                                        /** @description 不执行的理由 */
                                        reason: string;
                                    } | null;
                                    parameters: {
                                        /**
                                         * @description 可信程度；found、memory-high 为已核实
                                         * @enum {string}
                                         */
                                        confidence: "found" | "memory-high" | "memory-medium" | "memory-low" | "derived" | "suggestion" | "none";
                                        /** @description 规则自带的值 */
                                        default: {
                                            /**
                                             * @description 可信程度；found、memory-high 为已核实
                                             * @enum {string}
                                             */
                                            confidence: "found" | "memory-high" | "memory-medium" | "memory-low" | "derived" | "suggestion" | "none";
                                            source: string;
                                            value: (number | string) | string[];
                                            verified: boolean;
                                        };
                                        /** @description 可以设定成什么：number 在 least 到 most 之间的数（whole 为整数），layer 图层代码，text 规则读取的文字，statement 只能注明出处予以确认，list 不能设定 */
                                        form: {
                                            kind: "number" | "layer" | "text" | "statement" | "list";
                                            least?: number;
                                            most?: number;
                                            whole?: boolean;
                                        };
                                        /** @description 参数 */
                                        name: string;
                                        /** @description 被它取代的上级设定，由近及远 */
                                        overrides: {
                                            /**
                                             * @description UTC，微秒
                                             * @example 2026-11-25T08:00:00.000000Z
                                             */
                                            at: string;
                                            /** @description 谁 */
                                            by: string;
                                            /**
                                             * @description 可信程度；found、memory-high 为已核实
                                             * @enum {string}
                                             */
                                            confidence: "found" | "memory-high" | "memory-medium" | "memory-low" | "derived" | "suggestion" | "none";
                                            /** @description 理由 */
                                            reason: string;
                                            region: {
                                                /**
                                                 * @description 行政区代码
                                                 * @example 230882
                                                 */
                                                adcode: string;
                                                /** @description 名称 */
                                                name: string;
                                            };
                                            /** @description 出处；没有写明时为空 */
                                            source: string;
                                            value: number | string;
                                        }[];
                                        set: {
                                            /**
                                             * @description UTC，微秒
                                             * @example 2026-11-25T08:00:00.000000Z
                                             */
                                            at: string;
                                            /** @description 谁 */
                                            by: string;
                                            /**
                                             * @description 可信程度；found、memory-high 为已核实
                                             * @enum {string}
                                             */
                                            confidence: "found" | "memory-high" | "memory-medium" | "memory-low" | "derived" | "suggestion" | "none";
                                            /** @description 理由 */
                                            reason: string;
                                            region: {
                                                /**
                                                 * @description 行政区代码
                                                 * @example 230882
                                                 */
                                                adcode: string;
                                                /** @description 名称 */
                                                name: string;
                                            };
                                            /** @description 出处；没有写明时为空 */
                                            source: string;
                                            value: number | string;
                                        } | null;
                                        /** @description 出处 */
                                        source: string;
                                        /** @description 名称 */
                                        title: string;
                                        /** @description 单位；文字和列表为空 */
                                        unit: string;
                                        value: (number | string) | string[];
                                        /** @description 是否已核实：未核实的参数可以使规则不通过，不能使它通过 */
                                        verified: boolean;
                                    }[];
                                    severity: ("error" | "warning" | "info") | null;
                                    /** @description 名称 */
                                    title: string;
                                }[];
                                /** @description 名称 */
                                title: string;
                                /** @description 规则含义的版本 */
                                version: string;
                            }[];
                            /** @description 两个规则库合起来的 SHA-256 */
                            digest: string;
                            region: {
                                /**
                                 * @description 行政区代码
                                 * @example 230882
                                 */
                                adcode: string;
                                /** @description 名称 */
                                name: string;
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 当前账号和它的授权
         * @description 没有登录时回答 204：问自己是谁的人可以还谁都不是。
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 显示名 */
                            displayName: string;
                            grants: {
                                region: string | null;
                                regionName: string | null;
                                /** @description 角色 */
                                role: string;
                                /** @description 角色的名称 */
                                title: string;
                                /** @description 可以做的事 */
                                verbs: string[];
                            }[];
                            limits?: {
                                region: string | null;
                                verbs: string[];
                            };
                            /** @description 账号名 */
                            name: string;
                        };
                    };
                };
                /** @description 没有登录 */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        /** 登录，得到会话 Cookie */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description 账号名 */
                        name: string;
                        /** @description 密码 */
                        password: string;
                    };
                };
            };
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 显示名 */
                            displayName: string;
                            grants: {
                                region: string | null;
                                regionName: string | null;
                                /** @description 角色 */
                                role: string;
                                /** @description 角色的名称 */
                                title: string;
                                /** @description 可以做的事 */
                                verbs: string[];
                            }[];
                            limits?: {
                                region: string | null;
                                verbs: string[];
                            };
                            /** @description 账号名 */
                            name: string;
                        };
                    };
                };
            };
        };
        /** 退出 */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 修改自己的密码，其他会话全部退出 */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description 密码 */
                        newPassword: string;
                        /** @description 密码 */
                        password: string;
                    };
                };
            };
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 显示名 */
                            displayName: string;
                            grants: {
                                region: string | null;
                                regionName: string | null;
                                /** @description 角色 */
                                role: string;
                                /** @description 角色的名称 */
                                title: string;
                                /** @description 可以做的事 */
                                verbs: string[];
                            }[];
                            limits?: {
                                region: string | null;
                                verbs: string[];
                            };
                            /** @description 账号名 */
                            name: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 到统一身份认证服务登录（浏览器访问） */
        get: {
            parameters: {
                query: {
                    /** @description 登录后回到本站的哪个页面 */
                    to: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-on/provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 有没有统一身份认证，登录页据此显示 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            available: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-on/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 从统一身份认证服务回来，得到会话 Cookie（浏览器访问） */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/geometry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 读出一块用地的图形（CGCS2000 经纬度）；什么也不保存
         * @description 用地可以是 GeoJSON、WKT、坐标文本（勘测定界格式，点坐标可带带号）或装有一个 Shapefile 的 zip，格式由内容判断。
         */
        post: {
            parameters: {
                query: {
                    /** @description 坐标没有注明坐标系、也看不出时按它理解：规划的坐标系 */
                    epsg: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/geo+json": unknown;
                    "application/octet-stream": unknown;
                    "application/zip": unknown;
                    "text/plain": unknown;
                };
            };
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            coordinates: [
                                number,
                                number
                            ][][][];
                            /** @description 读到的格式：GeoJSON、WKT、坐标文本、Shapefile */
                            format: string;
                            /** @description 读取时作了哪些推断 */
                            notes: string[];
                            /** @enum {string} */
                            type: "MultiPolygon";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 版本、内存、数据库、磁盘、任务、缓存、备份和台账的现状（本机或管理员） */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            backup: {
                                last: {
                                    bytes: number;
                                    /** @description UTC */
                                    createdAt: string;
                                    /** @description 文件名 */
                                    name: string;
                                } | null;
                                /** @description 正在写一份 */
                                writing: boolean;
                            };
                            database: {
                                /** @description 字节 */
                                bytes: number;
                                /** @description 内嵌数据库，或数据库服务器 */
                                kind: "embedded" | "server";
                                /** @description PostgreSQL 的版本 */
                                version: string;
                            };
                            /** @description 服务器数据文件夹所在的磁盘 */
                            disk: {
                                /** @description 字节 */
                                free: number;
                                /** @description 字节 */
                                total: number;
                            };
                            held: {
                                /** @description 内存中的图层；room 为上限 */
                                layers: {
                                    /** @description 字节 */
                                    bytes: number;
                                    /** @description 个数 */
                                    count: number;
                                    /** @description 字节 */
                                    room: number;
                                };
                                /** @description 内存中的瓦片 */
                                tiles: {
                                    /** @description 字节 */
                                    bytes: number;
                                    /** @description 个数 */
                                    count: number;
                                };
                                /** @description 磁盘上的瓦片；启动后第一次清点以前 bytes 为 null */
                                tilesOnDisk: {
                                    bytes: number | null;
                                    /** @description 字节 */
                                    room: number;
                                };
                            };
                            /** @description 各状态的任务数 */
                            jobs: {
                                cancelled: number;
                                done: number;
                                failed: number;
                                queued: number;
                                running: number;
                            };
                            ledger: {
                                chains: {
                                    /**
                                     * @description UTC，微秒
                                     * @example 2026-11-25T08:00:00.000000Z
                                     */
                                    lastAt: string;
                                    /** @description 行数 */
                                    rows: number;
                                    /** @description 链 */
                                    scope: string;
                                }[];
                                lastVerification: {
                                    /** @description UTC */
                                    at: string;
                                    /** @description 校验的行数 */
                                    rows: number;
                                    scope: string | null;
                                    /** @description 全部相符 */
                                    sound: boolean;
                                } | null;
                                /** @description 全部链的行数 */
                                rows: number;
                            };
                            /** @description 进程占用的内存、已用和已分配的堆 */
                            memory: {
                                /** @description 字节 */
                                heapTotal: number;
                                /** @description 字节 */
                                heapUsed: number;
                                /** @description 字节 */
                                rss: number;
                            };
                            /** @description Node 的版本 */
                            node: string;
                            /** @description 已运行的秒数 */
                            uptimeSeconds: number;
                            /** @description 图衡的版本 */
                            version: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自己上传的文件 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UTC */
                            createdAt: string;
                            /** @description 到时删除；续传或使用后顺延 */
                            expiresAt: string;
                            /** @description 上传编号，任务中引用 */
                            id: string;
                            /** @description 总字节数 */
                            length: number;
                            /** @description 文件名 */
                            name: string;
                            /** @description 已收到的字节数；等于总字节数时已经收完并通过检查 */
                            offset: number;
                            /**
                             * @description 任务的输入，或意见的附件
                             * @enum {string}
                             */
                            purpose: "input" | "attachment";
                        }[];
                    };
                };
            };
        };
        put?: never;
        /**
         * 宣布一个文件（tus creation）：Upload-Length、Upload-Metadata 中的 filename
         * @description 回答 201，Location 为续传的地址。文件可以是 .gpkg、.geojson，或压缩为 .zip 的 FileGDB、Shapefile、成果包。Upload-Metadata 中 purpose 为 attachment 的是意见的附件：不检查格式，不能作任务的输入，最多 100 MB。
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        /** tus 协议的版本、扩展和最大长度 */
        options: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads/{upload}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自己上传的一个文件 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 上传编号 */
                    upload: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description UTC */
                            createdAt: string;
                            /** @description 到时删除；续传或使用后顺延 */
                            expiresAt: string;
                            /** @description 上传编号，任务中引用 */
                            id: string;
                            /** @description 总字节数 */
                            length: number;
                            /** @description 文件名 */
                            name: string;
                            /** @description 已收到的字节数；等于总字节数时已经收完并通过检查 */
                            offset: number;
                            /**
                             * @description 任务的输入，或意见的附件
                             * @enum {string}
                             */
                            purpose: "input" | "attachment";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** 删除上传的文件（tus termination） */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 上传编号 */
                    upload: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /** 续传一段（tus）：从 Upload-Offset 起；收完后检查文件，不合格的删除并说明原因 */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 上传编号 */
                    upload: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description RFC 9457 问题说明 */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description RFC 9457 问题说明 */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 进程是否在运行 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            state: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 能否回答请求（数据库可用） */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            state: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prometheus 指标（本机或管理员） */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
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
        /** @description RFC 9457 问题说明 */
        Problem: {
            /** @description 稳定的问题代码，程序据此处理 */
            code: string;
            /** @description 发生了什么、在哪里、怎么办 */
            detail: string;
            /** @description 不合要求的参数或内容 */
            invalid?: {
                at: string;
                message: string;
            }[];
            /** @description 请求编号，与服务器日志中的一致 */
            request: string;
            status: number;
            /** @description 发生了什么 */
            title: string;
            /** @description 问题说明页的地址 */
            type: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
